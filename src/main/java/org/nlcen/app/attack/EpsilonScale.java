package org.nlcen.app.attack;

import java.util.Arrays;
import java.util.List;

import org.nlcen.attack.Epsilons;

/** The slider's scale: 0 to 32 grey levels in halves. */
public final class EpsilonScale {
    public static final double MAX = Epsilons.MAX;
    public static final double STEP = Epsilons.STEP;

    /** The paper's intensities, ascending. */
    public static final List<Double> PAPER =
            Arrays.stream(Epsilons.paper()).boxed().toList();

    private EpsilonScale() {}

    /** The nearest value on the scale. */
    public static double snap(double epsilon) {
        return Math.max(0, Math.min(MAX, Math.round(epsilon / STEP) * STEP));
    }
}
