package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * What a network sees: 256x256 values within 0..255 of one or three channels, through a window.
 *
 * @param values channel by channel, row by row; never written to
 * @param channels 1 or 3
 * @param low grey level shown black
 * @param high grey level shown white; below {@code low} the picture is inverted
 */
public record InputPainter(float[] values, int channels, double low, double high) implements Painter {

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        PaneTransform look = PaneTransform.of(view);
        NetworkPicture picture = new NetworkPicture();
        int plane = NetworkPicture.SIZE * NetworkPicture.SIZE;
        // enlarged pixels keep their edges once each covers several screen pixels
        boolean smooth = view.zoom() < 5;
        for (int py = 0, i = 0; py < height; py++) {
            for (int px = 0; px < width; px++, i++) {
                if (!picture.moveTo(look.imageX(px + 0.5, py + 0.5), look.imageY(px + 0.5, py + 0.5))) {
                    argb[i] = background;
                    continue;
                }
                int red = shade(read(picture, 0, smooth));
                int green = channels == 1 ? red : shade(read(picture, plane, smooth));
                int blue = channels == 1 ? red : shade(read(picture, 2 * plane, smooth));
                argb[i] = Argb.of(red, green, blue);
            }
        }
    }

    private float read(NetworkPicture picture, int offset, boolean smooth) {
        return smooth ? picture.linear(values, offset) : picture.nearest(values, offset);
    }

    private int shade(double value) {
        return Argb.clip(Math.round((value - low) / (high - low) * 255));
    }
}
