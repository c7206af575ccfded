package org.nlcen.image;

import java.util.Arrays;

/**
 * One channel of a picture, read row by row as real numbers. Not a number marks pixels that are no image.
 */
interface Plane {
    int width();

    int height();

    /** Fills {@code out}, {@code width} long, with row {@code y}. */
    void readRow(int y, double[] out);

    /** Modality values of the grey picture, or the luminance of a colour picture; padding is not a number. */
    static Plane grey(SourceImage image) {
        return new Grey(image, new int[image.width() * image.pixels().samples()]);
    }

    /** One colour channel as stored, 0 red, 1 green, 2 blue. */
    static Plane channel(PixelBlock pixels, int channel) {
        return new Channel(pixels, channel, new int[pixels.width() * pixels.samples()]);
    }

    /** 1 on the structure, 0 elsewhere. */
    static Plane of(Mask mask) {
        return new Bits(mask);
    }

    /** Grey view of any picture; {@code row} is scratch space, so an instance serves one thread. */
    record Grey(SourceImage image, int[] row) implements Plane {
        @Override
        public int width() {
            return image.width();
        }

        @Override
        public int height() {
            return image.height();
        }

        @Override
        public void readRow(int y, double[] out) {
            image.pixels().readRow(y, row);
            if (image.colour()) {
                for (int x = 0; x < out.length; x++) {
                    out[x] = Luminance.of(row[3 * x], row[3 * x + 1], row[3 * x + 2]);
                }
                return;
            }
            ModalityTransform modality = image.modality();
            SourceImage.Padding padding = image.padding().orElse(null);
            for (int x = 0; x < out.length; x++) {
                boolean outside = padding != null && padding.contains(row[x]);
                out[x] = outside ? Double.NaN : modality.apply(row[x]);
            }
        }
    }

    /** Colour channel; {@code row} is scratch space. */
    record Channel(PixelBlock pixels, int channel, int[] row) implements Plane {
        @Override
        public int width() {
            return pixels.width();
        }

        @Override
        public int height() {
            return pixels.height();
        }

        @Override
        public void readRow(int y, double[] out) {
            pixels.readRow(y, row);
            for (int x = 0; x < out.length; x++) {
                out[x] = row[x * pixels.samples() + channel];
            }
        }
    }

    /** Mask as numbers. */
    record Bits(Mask mask) implements Plane {
        @Override
        public int width() {
            return mask.width();
        }

        @Override
        public int height() {
            return mask.height();
        }

        @Override
        public void readRow(int y, double[] out) {
            for (int x = 0; x < out.length; x++) {
                out[x] = mask.get(x, y) ? 1 : 0;
            }
        }
    }

    /**
     * This plane stretched to {@code width x height}: area averages towards fewer pixels, linear interpolation towards
     * more, each axis on its own. Pixels that are not finite have no part in an average; where nothing else is left,
     * the result is not a number.
     */
    default double[] resample(int width, int height) {
        Resampling columns = Resampling.of(width(), width);
        Resampling rows = Resampling.of(height(), height);
        double[][] values = new double[height()][width];
        double[][] covered = new double[height()][];
        double[] line = new double[width()];
        for (int y = 0; y < height(); y++) {
            readRow(y, line);
            double[] coverage = excludeNonFinite(line);
            columns.apply(line, values[y]);
            if (coverage != null) {
                covered[y] = new double[width];
                columns.apply(coverage, covered[y]);
            }
        }
        double[] out = new double[width * height];
        for (int y = 0; y < height; y++) {
            double[] weights = rows.weights(y);
            for (int x = 0; x < width; x++) {
                double sum = 0;
                double part = 0;
                for (int k = 0; k < weights.length; k++) {
                    int from = rows.first(y) + k;
                    sum += weights[k] * values[from][x];
                    part += weights[k] * (covered[from] == null ? 1 : covered[from][x]);
                }
                out[y * width + x] = part == 0 ? Double.NaN : sum / part;
            }
        }
        return out;
    }

    /** Sets non-finite pixels to 0 and returns which pixels count, or null where all do. */
    private static double[] excludeNonFinite(double[] line) {
        double[] coverage = null;
        for (int x = 0; x < line.length; x++) {
            if (!Double.isFinite(line[x])) {
                if (coverage == null) {
                    coverage = new double[line.length];
                    Arrays.fill(coverage, 1);
                }
                line[x] = 0;
                coverage[x] = 0;
            }
        }
        return coverage;
    }
}
