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
    private static final int PLANE = NetworkPicture.SIZE * NetworkPicture.SIZE;

    /** The picture as a pane's window shows it. */
    public static InputPainter through(Windowing windowing, float[] values, int channels) {
        return new InputPainter(values, channels, windowing.networkLow(), windowing.networkHigh());
    }

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        NetworkPicture picture = new NetworkPicture(view, width, height);
        float[][] rows = new float[channels][width];
        for (int line = 0; line < height; line++) {
            for (int channel = 0; channel < channels; channel++) {
                picture.shown(line, values, channel * PLANE, rows[channel]);
            }
            colour(rows, argb, line * width, background);
        }
    }

    private void colour(float[][] rows, int[] argb, int at, int background) {
        float[] red = rows[0];
        float scale = (float) (255 / (high - low));
        float shift = (float) -low * scale + 0.5f;
        for (int i = 0; i < red.length; i++) {
            if (Float.isNaN(red[i])) {
                argb[at + i] = background;
            } else if (channels == 1) {
                argb[at + i] = 0xff000000 | Argb.clip((int) (red[i] * scale + shift)) * 0x010101;
            } else {
                argb[at + i] = Argb.of(
                        Argb.clip((int) (red[i] * scale + shift)),
                        Argb.clip((int) (rows[1][i] * scale + shift)),
                        Argb.clip((int) (rows[2][i] * scale + shift)));
            }
        }
    }
}
