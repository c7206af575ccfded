package org.nlcen.image;

import java.util.Arrays;

/** Percentiles with linear interpolation between ranks: rank {@code p / 100 * (n - 1)}, counted from 0. */
final class Percentiles {
    private final double[] sorted;

    /** Values that are not finite are left out; {@code values} is not written to. */
    Percentiles(double[] values) {
        sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    /**
     * @param percent within 0..100
     * @throws IllegalStateException without any finite value
     */
    double at(double percent) {
        if (isEmpty()) {
            throw new IllegalStateException("no values");
        }
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) rank;
        double upper = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (upper - sorted[below]) * (rank - below);
    }
}
