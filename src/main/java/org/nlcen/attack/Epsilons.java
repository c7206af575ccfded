package org.nlcen.attack;

/** The strengths an adversary is allowed, in grey levels on the 0..255 scale. */
public final class Epsilons {
    /** The largest strength of the slider and of the paper. */
    public static final double MAX = 32;

    /** The slider's step. */
    public static final double STEP = 0.5;

    private static final double[] PAPER = {0.5, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32};

    private Epsilons() {}

    /** The paper's eighteen intensities, ascending; a new array. */
    public static double[] paper() {
        return PAPER.clone();
    }

    /**
     * Iterations for a strength: {@code max(1, ceil(min(eps + 4, 1.25 eps)))}, none for 0. Kurakin et al. 2017; He et al. 2019.
     *
     * @throws IllegalArgumentException unless within 0..255
     */
    public static int steps(double epsilon) {
        check(epsilon);
        return epsilon == 0 ? 0 : Math.max(1, (int) Math.ceil(Math.min(epsilon + 4, 1.25 * epsilon)));
    }

    static void check(double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 255)) {
            throw new IllegalArgumentException("epsilon must be within 0 and 255, got " + epsilon);
        }
    }
}
