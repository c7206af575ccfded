package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A perturbation, magnified. One channel: no change is dark, darker pixels turn blue and brighter ones orange, in
 * proportion. Three channels: mid-grey plus the magnified change of each.
 *
 * @param difference attacked minus clean in grey levels, channel by channel, row by row; never written to
 * @param channels 1 or 3
 * @param gain factor by which the change is magnified; a magnified change of 128 levels is shown in full
 */
public record PerturbationPainter(float[] difference, int channels, int gain) implements Painter {
    private static final int NONE = 0xff15181c;
    private static final int BRIGHTER = 0xffffa93b;
    private static final int DARKER = 0xff4a9dff;

    /** The largest power of two, at most 64, that does not push an epsilon past full scale. */
    public static int gainFor(double epsilon) {
        int gain = 64;
        while (gain > 1 && gain * epsilon > 128) {
            gain /= 2;
        }
        return gain;
    }

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        PaneTransform look = PaneTransform.of(view);
        NetworkPicture picture = new NetworkPicture();
        int plane = NetworkPicture.SIZE * NetworkPicture.SIZE;
        for (int py = 0, i = 0; py < height; py++) {
            for (int px = 0; px < width; px++, i++) {
                if (!picture.moveTo(look.imageX(px + 0.5, py + 0.5), look.imageY(px + 0.5, py + 0.5))) {
                    argb[i] = background;
                } else if (channels == 1) {
                    argb[i] = signed(picture.nearest(difference, 0));
                } else {
                    argb[i] = Argb.of(
                            grey(picture.nearest(difference, 0)),
                            grey(picture.nearest(difference, plane)),
                            grey(picture.nearest(difference, 2 * plane)));
                }
            }
        }
    }

    private int signed(float change) {
        double part = Math.min(1, Math.abs(change) * gain / 128);
        return Argb.blend(NONE, change < 0 ? DARKER : BRIGHTER, part);
    }

    private int grey(float change) {
        return Argb.clip(Math.round(128 + change * gain));
    }
}
