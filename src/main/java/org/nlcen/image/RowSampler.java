package org.nlcen.image;

/** Draws screen lines from image rows, keeping the rows read last. One instance draws one picture on one thread. */
final class RowSampler {
    private final PixelBlock pixels;
    private final DisplayTable table;
    private final SampleAxis columns;
    private final SourceImage.Padding padding;
    private final int samples;
    private int[] upper;
    private int[] lower;
    private int upperRow = -1;
    private int lowerRow = -1;
    private final double[] mixed;
    private final int from;
    private final int to;

    RowSampler(PixelBlock pixels, DisplayTable table, SampleAxis columns, SourceImage.Padding padding) {
        this.pixels = pixels;
        this.table = table;
        this.columns = columns;
        this.padding = padding;
        this.samples = pixels.samples();
        this.upper = new int[pixels.width() * samples];
        this.lower = new int[upper.length];
        this.mixed = new double[upper.length];
        int first = pixels.width();
        int last = -1;
        for (int i = 0; i < columns.count(); i++) {
            if (columns.inside(i)) {
                first = Math.min(first, columns.low(i));
                last = Math.max(last, columns.part(i) > 0 ? columns.low(i) + 1 : columns.low(i));
            }
        }
        this.from = first * samples;
        this.to = (last + 1) * samples;
    }

    /** Draws the line that lies {@code part} of the way from image row {@code row} to the next one. */
    void draw(int row, double part, int background, int[] destination, int start, int step) {
        read(row, part > 0 ? row + 1 : row);
        boolean exact = part == 0 && columns.exact();
        if (!exact) {
            mix(part);
        }
        int at = start;
        for (int i = 0; i < columns.count(); i++, at += step) {
            int low = columns.low(i) * samples;
            if (low < 0) {
                destination[at] = background;
            } else if (exact) {
                destination[at] =
                        samples == 1 ? table.argb(upper[low]) : table.argb(upper[low], upper[low + 1], upper[low + 2]);
            } else {
                double across = columns.part(i);
                destination[at] = samples == 1
                        ? table.argb(value(low, across))
                        : table.argb(value(low, across), value(low + 1, across), value(low + 2, across));
            }
        }
    }

    private int value(int low, double across) {
        double a = mixed[low];
        if (across == 0) {
            return round(a);
        }
        double b = mixed[low + samples];
        if (padding != null && (isPadding(a) || isPadding(b))) {
            return round(across < 0.5 ? a : b);
        }
        return round(a + (b - a) * across);
    }

    /** As {@code Math.round} for ints, without its cost. */
    private static int round(double value) {
        double up = value + 0.5;
        int whole = (int) up;
        return up < whole ? whole - 1 : whole;
    }

    private void mix(double part) {
        if (part == 0) {
            for (int i = from; i < to; i++) {
                mixed[i] = upper[i];
            }
            return;
        }
        for (int i = from; i < to; i++) {
            mixed[i] = upper[i] + ((double) lower[i] - upper[i]) * part;
        }
        if (padding != null) {
            for (int i = from; i < to; i++) {
                if (padding.contains(upper[i]) || padding.contains(lower[i])) {
                    mixed[i] = part < 0.5 ? upper[i] : lower[i];
                }
            }
        }
    }

    private boolean isPadding(double value) {
        return value >= padding.low() && value <= padding.high();
    }

    private void read(int first, int second) {
        if (first == lowerRow) {
            swap();
        }
        if (first != upperRow) {
            pixels.readRow(first, upper);
            upperRow = first;
        }
        if (second != first && second != lowerRow) {
            pixels.readRow(second, lower);
            lowerRow = second;
        }
    }

    private void swap() {
        int[] rows = upper;
        upper = lower;
        lower = rows;
        int row = upperRow;
        upperRow = lowerRow;
        lowerRow = row;
    }
}
