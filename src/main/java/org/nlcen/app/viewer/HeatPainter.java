package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A map of numbers in colour over the picture.
 *
 * @param under the picture beneath
 * @param values 256 * 256 numbers, row by row; never written to
 * @param top the value shown in the brightest colour; 0 has the darkest
 * @param strength how much of the colour is seen, 0..1; with 1 the picture is not
 */
public record HeatPainter(InputPainter under, float[] values, double top, double strength) implements Painter {

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        if (strength < 1) {
            under.paint(argb, width, height, view, background);
        }
        NetworkPicture picture = new NetworkPicture(view, width, height);
        float[] row = new float[width];
        double scale = top > 0 ? 1 / top : 0;
        for (int line = 0; line < height; line++) {
            picture.shown(line, values, 0, row);
            int at = line * width;
            for (int i = 0; i < width; i++) {
                if (Float.isNaN(row[i])) {
                    argb[at + i] = background;
                } else {
                    int colour = ColourMap.argb(row[i] * scale);
                    argb[at + i] = strength < 1 ? Argb.blend(argb[at + i], colour, strength) : colour;
                }
            }
        }
    }
}
