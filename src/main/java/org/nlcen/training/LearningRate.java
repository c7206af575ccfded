package org.nlcen.training;

/** Learning rate as training goes on. State is one string, so that a run can be continued. */
public sealed interface LearningRate {
    /** Rate for a step. */
    double at(long step, long steps);

    /** Told the mean training loss after each epoch. */
    default void epochDone(double loss) {}

    default String state() {
        return "";
    }

    default void restore(String state) {}

    /** Which rule, as the command line names it. */
    enum Kind {
        PLATEAU,
        COSINE;

        LearningRate create(double first) {
            return this == PLATEAU ? new Plateau(first) : new Cosine(first);
        }
    }

    /**
     * The paper's: a tenth less when the loss has not fallen by a ten-thousandth for three epochs, never below 0.0001.
     */
    final class Plateau implements LearningRate {
        private static final double FLOOR = 1e-4;
        private static final double FACTOR = 0.9;
        private static final double THRESHOLD = 1e-4;
        private static final int PATIENCE = 3;

        private double rate;
        private double best = Double.POSITIVE_INFINITY;
        private int waited;

        Plateau(double first) {
            rate = first;
        }

        @Override
        public double at(long step, long steps) {
            return rate;
        }

        @Override
        public void epochDone(double loss) {
            if (loss < best * (1 - THRESHOLD)) {
                best = loss;
                waited = 0;
            } else if (++waited > PATIENCE) {
                rate = Math.max(FLOOR, rate * FACTOR);
                waited = 0;
            }
        }

        @Override
        public String state() {
            return rate + " " + best + " " + waited;
        }

        @Override
        public void restore(String state) {
            String[] parts = state.split(" ");
            rate = Double.parseDouble(parts[0]);
            best = Double.parseDouble(parts[1]);
            waited = Integer.parseInt(parts[2]);
        }
    }

    /**
     * For a fixed number of epochs: to a hundredth of the first rate along half a cosine, after a short linear rise. Ends low, so that the
     * last weights need no selection.
     */
    final class Cosine implements LearningRate {
        private static final double FALL = 100;
        private static final int RISE = 16;

        private final double top;

        Cosine(double first) {
            top = first;
        }

        @Override
        public double at(long step, long steps) {
            double rise = Math.min(1, (step + 1.0) / RISE);
            double fall = (1 + Math.cos(Math.PI * step / Math.max(1, steps))) / 2;
            return rise * top * (1 + (FALL - 1) * fall) / FALL;
        }
    }
}
