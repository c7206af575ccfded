package org.nlcen.image.measure;

/** A part of an image. A pixel belongs to it if its centre does. */
public interface Region {

    /** Enclosed area in columns times rows, by geometry and not by counting pixels. */
    double area();

    /** Smallest row coordinate. */
    double top();

    /** Largest row coordinate. */
    double bottom();

    /**
     * Where the horizontal line at {@code y} crosses the edge, by rising x; from the first to the second, the third to the
     * fourth, ... it is inside.
     */
    double[] crossings(double y);

    /** Takes runs of pixels. */
    @FunctionalInterface
    interface Runs {
        /** Pixels {@code from} to before {@code to} of row {@code y}. */
        void run(int y, int from, int to);
    }

    /** Tells all pixels of an image of this size that belong to the region, row by row. */
    default void scan(int width, int height, Runs runs) {
        int first = (int) Math.max(0, Math.floor(top() - 0.5));
        int last = (int) Math.min(height - 1.0, Math.ceil(bottom()));
        for (int y = first; y <= last; y++) {
            double[] edges = crossings(y + 0.5);
            for (int i = 0; i + 1 < edges.length; i += 2) {
                int from = (int) Math.max(0, Math.ceil(edges[i] - 0.5));
                int to = (int) Math.min(width, Math.ceil(edges[i + 1] - 0.5));
                if (from < to) {
                    runs.run(y, from, to);
                }
            }
        }
    }
}
