package org.nlcen.app.attack;

import java.util.List;
import java.util.stream.DoubleStream;

/** The scale of the epsilon slider: 0 to 32 grey levels in halves. */
public final class Epsilons {
    public static final double MAX = 32;
    public static final double STEP = 0.5;

    /** The paper's intensities. */
    public static final List<Double> PAPER = DoubleStream.of(
                    0.5, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32)
            .boxed()
            .toList();

    private Epsilons() {}

    /** The nearest value on the scale. */
    public static double snap(double epsilon) {
        return Math.max(0, Math.min(MAX, Math.round(epsilon / STEP) * STEP));
    }

    /** Iterations for an epsilon: the smaller of {@code epsilon + 4} and {@code 1.25 epsilon}, rounded up. */
    public static int steps(double epsilon) {
        return (int) Math.ceil(Math.min(epsilon + 4, 1.25 * epsilon));
    }

    /** Iterations that no other epsilon shares. */
    public static int ownSteps(double epsilon) {
        return steps(epsilon) - (int) Math.floor(epsilon);
    }
}
