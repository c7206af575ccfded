package org.nlcen.image;

/**
 * How often each stored value of a grey picture occurs, padding left out; a colour picture counts every sample.
 * Ranges of more than {@value #MOST_BINS} values share bins of 2, 4, 8, ... neighbouring values.
 */
public final class Histogram {
    static final int MOST_BINS = 1 << 16;

    private final int first;
    private final int shift;
    private final int[] counts;
    private final long total;
    private final ModalityTransform modality;

    private Histogram(int first, int shift, int[] counts, long total, ModalityTransform modality) {
        this.first = first;
        this.shift = shift;
        this.counts = counts;
        this.total = total;
        this.modality = modality;
    }

    /** Of the whole picture. */
    public static Histogram of(SourceImage image) {
        return of(image, 0, 0, image.width(), image.height());
    }

    /**
     * Of a rectangle from {@code left}, {@code top} to before {@code right}, {@code bottom}; parts outside the picture
     * are left out.
     */
    public static Histogram of(SourceImage image, int left, int top, int right, int bottom) {
        PixelBlock pixels = image.pixels();
        int first = pixels.minimum();
        int shift = shiftFor(first, pixels.maximum(), MOST_BINS);
        int[] counts = new int[((pixels.maximum() - first) >>> shift) + 1];
        SourceImage.Padding padding = image.padding().orElse(null);
        int[] row = new int[pixels.width() * pixels.samples()];
        int from = Math.max(0, left) * pixels.samples();
        int to = Math.min(pixels.width(), right) * pixels.samples();
        long total = 0;
        for (int y = Math.max(0, top); y < Math.min(pixels.height(), bottom); y++) {
            pixels.readRow(y, row);
            for (int i = from; i < to; i++) {
                if (padding == null || !padding.contains(row[i])) {
                    counts[(row[i] - first) >>> shift]++;
                    total++;
                }
            }
        }
        return new Histogram(first, shift, counts, total, image.modality());
    }

    /** Least shift by which the values from {@code first} to {@code last} fit into {@code most} bins. */
    static int shiftFor(int first, int last, int most) {
        long range = (long) last - first;
        int shift = 0;
        while (range >> shift >= most) {
            shift++;
        }
        return shift;
    }

    public int bins() {
        return counts.length;
    }

    public int count(int bin) {
        return counts[bin];
    }

    /** Lowest stored value of a bin. */
    public int stored(int bin) {
        return first + (bin << shift);
    }

    /** Number of values counted. */
    public long total() {
        return total;
    }

    /**
     * The modality value that {@code percent} of the values do not exceed (nearest rank).
     *
     * @param percent within 0..100; 0 gives the smallest value, 100 the largest
     * @throws IllegalStateException if nothing was counted
     */
    public double percentile(double percent) {
        if (total == 0) {
            throw new IllegalStateException("no pixels besides padding");
        }
        double low = modality.apply(stored(0));
        boolean falling = modality.apply(stored(counts.length - 1)) < low;
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            int bin = falling ? counts.length - 1 - i : i;
            seen += counts[bin];
            if (seen >= rank) {
                return modality.apply(stored(bin));
            }
        }
        throw new IllegalArgumentException("no such percentile: " + percent);
    }
}
