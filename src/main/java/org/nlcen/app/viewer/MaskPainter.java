package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A prediction in one colour over the picture.
 *
 * @param under the picture beneath
 * @param foreground predicted probabilities, 256 * 256 within 0..1; at least one half is coloured
 * @param colour 0xRRGGBB
 */
public record MaskPainter(InputPainter under, float[] foreground, int colour) implements Painter {
    private static final float HALF = 0.5f;
    private static final double STRENGTH = 0.5;

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        under.paint(argb, width, height, view, background);
        NetworkPicture picture = new NetworkPicture(view, width, height);
        float[] predicted = new float[width];
        for (int line = 0; line < height; line++) {
            picture.linear(line, foreground, 0, predicted);
            int at = line * width;
            for (int i = 0; i < width; i++) {
                // a comparison with not-a-number is false: outside the picture nothing is coloured
                if (predicted[i] >= HALF) {
                    argb[at + i] = Argb.blend(argb[at + i], colour, STRENGTH);
                }
            }
        }
    }
}
