package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/** A picture so dark that colours over it are told apart. */
public record DimmedPainter(Painter under) implements Painter {
    private static final int BLACK = 0xff000000;
    private static final double LEFT = 0.42;

    @Override
    public Extent extent() {
        return under.extent();
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        under.paint(argb, width, height, view, background);
        for (int i = 0; i < width * height; i++) {
            argb[i] = Argb.blend(BLACK, argb[i], LEFT);
        }
    }
}
