package org.nlcen.image.phantom;

/**
 * Half of a superellipse, {@code (1 - u^p)^(1/p)}: 1 in the middle (u = 0), 0 at the edge (u = 1) and upright there, as
 * the thickness of a rounded body falls towards its rim. Looked up, since every pixel asks several times.
 */
final class Arch {
    private static final int STEPS = 4096;

    /** An ellipse. */
    static final Arch ROUND = new Arch(2);

    /** A trunk, flatter than an ellipse. */
    static final Arch FLAT = new Arch(2.5);

    private final float[] heights = new float[STEPS + 1];

    private Arch(double power) {
        for (int i = 0; i <= STEPS; i++) {
            double u = i / (double) STEPS;
            heights[i] = (float) StrictMath.pow(1 - StrictMath.pow(u, power), 1 / power);
        }
    }

    /** Height at {@code u}; 1 before the middle, 0 beyond the edge. */
    double at(double u) {
        if (u <= 0) {
            return 1;
        }
        if (u >= 1) {
            return 0;
        }
        double place = u * STEPS;
        int i = (int) place;
        return heights[i] + (heights[i + 1] - heights[i]) * (place - i);
    }

    /** 0 up to 0, 1 from 1 on, smooth between. */
    static double step(double t) {
        double s = Math.max(0, Math.min(1, t));
        return s * s * (3 - 2 * s);
    }
}
