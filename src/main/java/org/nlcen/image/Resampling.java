package org.nlcen.image;

/**
 * One axis of a picture stretched from {@code from} to {@code to} pixels, with pixel centres at half-integers: towards
 * fewer pixels by exact area averages (edge pixels count with the part covered), towards more by linear interpolation
 * with the edge repeated.
 */
final class Resampling {
    private final int[] first;
    private final double[][] weights;

    private Resampling(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    static Resampling of(int from, int to) {
        int[] first = new int[to];
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            if (from >= to) {
                first[i] = (int) ((long) i * from / to);
                weights[i] = shares(first[i], i, from, to);
            } else {
                double at = Math.max(0, Math.min(from - 1.0, (i + 0.5) * from / to - 0.5));
                first[i] = (int) at;
                double part = at - first[i];
                weights[i] = part == 0 ? new double[] {1} : new double[] {1 - part, part};
            }
        }
        return new Resampling(first, weights);
    }

    /** Overlap of each source pixel with target pixel i, in whole units of 1/to so that edges carry no rounding. */
    private static double[] shares(int first, int i, int from, int to) {
        long start = (long) i * from;
        long end = start + from;
        int count = (int) ((end + to - 1) / to) - first;
        double[] shares = new double[count];
        for (int k = 0; k < count; k++) {
            long left = Math.max(start, (long) (first + k) * to);
            long right = Math.min(end, (long) (first + k + 1) * to);
            shares[k] = (right - left) / (double) from;
        }
        return shares;
    }

    /** First source pixel that target pixel {@code i} takes from. */
    int first(int i) {
        return first[i];
    }

    /** Weights of the source pixels from {@link #first} on; they sum to 1. */
    double[] weights(int i) {
        return weights[i];
    }

    int size() {
        return first.length;
    }

    /** Resamples one row into {@code out}, which has {@link #size} places. */
    void apply(double[] row, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double[] w = weights[i];
            double sum = 0;
            for (int k = 0; k < w.length; k++) {
                sum += w[k] * row[first[i] + k];
            }
            out[i] = sum;
        }
    }
}
