package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A perturbation, magnified. One channel: no change is dark, darker pixels turn blue and brighter ones orange, in
 * proportion. Three channels: mid-grey plus the magnified change of each.
 *
 * @param clean grey levels before, channel by channel, row by row; never written to
 * @param attacked grey levels after
 * @param channels 1 or 3
 * @param gain factor by which the change is magnified; a magnified change of 128 levels is shown in full
 */
public record PerturbationPainter(float[] clean, float[] attacked, int channels, int gain) implements Painter {
    private static final int PLANE = NetworkPicture.SIZE * NetworkPicture.SIZE;
    private static final int FULL = 128;
    private static final int NONE = 0xff15181c;
    private static final int BRIGHTER = 0xffffa93b;
    private static final int DARKER = 0xff4a9dff;

    /** The largest power of two, at most 64, that does not push an epsilon past full scale. */
    public static int gainFor(double epsilon) {
        int gain = 64;
        while (gain > 1 && gain * epsilon > FULL) {
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
        NetworkPicture picture = new NetworkPicture(view, width, height);
        float[] before = new float[width];
        float[][] change = new float[channels][width];
        for (int line = 0; line < height; line++) {
            for (int channel = 0; channel < channels; channel++) {
                picture.nearest(line, clean, channel * PLANE, before);
                picture.nearest(line, attacked, channel * PLANE, change[channel]);
                for (int i = 0; i < width; i++) {
                    change[channel][i] = (change[channel][i] - before[i]) * gain;
                }
            }
            colour(change, argb, line * width, background);
        }
    }

    private void colour(float[][] change, int[] argb, int at, int background) {
        for (int i = 0; i < change[0].length; i++) {
            if (Float.isNaN(change[0][i])) {
                argb[at + i] = background;
            } else if (channels == 1) {
                float part = Math.min(1, Math.abs(change[0][i]) / FULL);
                argb[at + i] = Argb.blend(NONE, change[0][i] < 0 ? DARKER : BRIGHTER, part);
            } else {
                argb[at + i] = Argb.of(grey(change[0][i]), grey(change[1][i]), grey(change[2][i]));
            }
        }
    }

    private static int grey(float change) {
        return Argb.clip(Math.round(FULL + change));
    }
}
