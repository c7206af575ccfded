package org.nlcen.metric;

/**
 * Exact squared Euclidean distances to the nearest marked pixel, after Felzenszwalb and Huttenlocher, Theory of
 * Computing 8, 2012: lower envelopes of parabolas along rows, then along columns.
 */
final class DistanceTransform {
    private DistanceTransform() {}

    /**
     * @param marked {@code width * height} pixels, row by row; at least one marked
     * @param stepX distance between columns, above 0
     * @param stepY distance between rows, above 0
     * @return squared distance of every pixel in the unit of the steps; infinity if nothing is marked
     */
    static double[] squared(boolean[] marked, int width, int height, double stepX, double stepY) {
        double[] distance = new double[marked.length];
        for (int i = 0; i < marked.length; i++) {
            distance[i] = marked[i] ? 0 : Double.POSITIVE_INFINITY;
        }
        Envelope rows = new Envelope(width, stepX);
        for (int y = 0; y < height; y++) {
            rows.transform(distance, y * width, 1);
        }
        Envelope columns = new Envelope(height, stepY);
        for (int x = 0; x < width; x++) {
            columns.transform(distance, x, width);
        }
        return distance;
    }

    /** One line's lower envelope, with its scratch space. */
    private static final class Envelope {
        private final int length;
        private final double weight;
        private final double[] heights;
        private final int[] apex;
        private final double[] from;

        Envelope(int length, double step) {
            this.length = length;
            this.weight = step * step;
            this.heights = new double[length];
            this.apex = new int[length];
            this.from = new double[length];
        }

        void transform(double[] values, int offset, int stride) {
            int last = -1;
            for (int q = 0; q < length; q++) {
                heights[q] = values[offset + q * stride];
                if (heights[q] == Double.POSITIVE_INFINITY) {
                    continue;
                }
                double start = Double.NEGATIVE_INFINITY;
                while (last >= 0) {
                    start = crossing(apex[last], q);
                    if (start > from[last]) {
                        break;
                    }
                    last--;
                    start = Double.NEGATIVE_INFINITY;
                }
                last++;
                apex[last] = q;
                from[last] = start;
            }
            if (last < 0) {
                return;
            }

            int k = 0;
            for (int q = 0; q < length; q++) {
                while (k < last && from[k + 1] < q) {
                    k++;
                }
                double d = q - apex[k];
                values[offset + q * stride] = weight * d * d + heights[apex[k]];
            }
        }

        /** Where the parabola with apex {@code q} gets below that with apex {@code p < q}. */
        private double crossing(int p, int q) {
            double rise = (heights[q] - heights[p]) / weight;
            return (rise + (double) q * q - (double) p * p) / (2.0 * (q - p));
        }
    }
}
