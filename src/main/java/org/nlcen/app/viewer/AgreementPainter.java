package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A prediction against a reference mask, over the dimmed picture.
 *
 * @param under the picture beneath
 * @param foreground predicted probabilities, 256 * 256 within 0..1; at least one half is foreground
 * @param reference likewise, 0 or 1
 */
public record AgreementPainter(InputPainter under, float[] foreground, float[] reference) implements Painter {
    private static final float HALF = 0.5f;
    private static final double DIMMED = 0.42;
    private static final double STRENGTH = 0.78;

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        under.paint(argb, width, height, view, background);
        NetworkPicture picture = new NetworkPicture(view, width, height);
        float[] predicted = new float[width];
        float[] expected = new float[width];
        for (int line = 0; line < height; line++) {
            picture.linear(line, foreground, 0, predicted);
            picture.linear(line, reference, 0, expected);
            int at = line * width;
            for (int i = 0; i < width; i++) {
                if (Float.isNaN(predicted[i])) {
                    continue;
                }
                int dim = Argb.blend(background, argb[at + i], DIMMED);
                Agreement agreement = Agreement.of(expected[i] >= HALF, predicted[i] >= HALF);
                argb[at + i] = agreement == null ? dim : Argb.blend(dim, agreement.argb(), STRENGTH);
            }
        }
    }
}
