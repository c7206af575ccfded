package org.nlcen.app.attack;

import org.nlcen.image.Mask;

/** Masks as planes of zeros and ones, for painting. */
public final class Planes {
    private Planes() {}

    /** 1 in the mask, 0 elsewhere, row by row; a new array. */
    public static float[] of(Mask mask) {
        float[] plane = new float[mask.width() * mask.height()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = mask.get(i) ? 1 : 0;
        }
        return plane;
    }
}
