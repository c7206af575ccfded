package org.nlcen.metric;

/**
 * Structural similarity after Wang, Bovik, Sheikh and Simoncelli, IEEE TIP 13(4), 2004, eq. 13: Gaussian window of 11x11
 * pixels with standard deviation 1.5, K1 = 0.01, K2 = 0.03, dynamic range 255. As in the authors' code only windows that
 * lie wholly inside the image count, so a border of 5 pixels gives no values of its own.
 */
public final class Ssim {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;
    private static final double[] KERNEL = kernel();

    private Ssim() {}

    /**
     * Mean structural similarity, 1 for equal images, at least -1; over several channels the mean of theirs.
     *
     * @param a values within 0..255, channel by channel, row by row
     * @param b the same layout
     * @throws IllegalArgumentException for an image smaller than the window or arrays of another length
     */
    public static double of(float[] a, float[] b, int width, int height) {
        if (width < WINDOW || height < WINDOW) {
            throw new IllegalArgumentException("the image is smaller than 11x11: " + width + "x" + height);
        }
        int area = Math.multiplyExact(width, height);
        if (a.length == 0 || a.length % area != 0 || a.length != b.length) {
            throw new IllegalArgumentException(
                    "cannot compare " + a.length + " with " + b.length + " values at " + width + "x" + height);
        }
        double sum = 0;
        for (int offset = 0; offset < a.length; offset += area) {
            sum += channel(a, b, offset, width, height);
        }
        return sum / (a.length / area);
    }

    private static double channel(float[] a, float[] b, int offset, int width, int height) {
        int columns = width - WINDOW + 1;
        int rows = height - WINDOW + 1;
        double[][] moments = {
            filter(a, a, offset, width, height, false),
            filter(b, b, offset, width, height, false),
            filter(a, a, offset, width, height, true),
            filter(b, b, offset, width, height, true),
            filter(a, b, offset, width, height, true)
        };
        double sum = 0;
        for (int i = 0; i < columns * rows; i++) {
            double meanA = moments[0][i];
            double meanB = moments[1][i];
            double varianceA = moments[2][i] - meanA * meanA;
            double varianceB = moments[3][i] - meanB * meanB;
            double covariance = moments[4][i] - meanA * meanB;
            sum += (2 * meanA * meanB + C1)
                    * (2 * covariance + C2)
                    / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
        }
        return sum / (columns * rows);
    }

    /** Window means of {@code a}, or of {@code a * b} where {@code product}: rows first, then columns. */
    private static double[] filter(float[] a, float[] b, int offset, int width, int height, boolean product) {
        int columns = width - WINDOW + 1;
        double[] across = new double[columns * height];
        for (int y = 0; y < height; y++) {
            int row = offset + y * width;
            for (int x = 0; x < columns; x++) {
                double sum = 0;
                for (int k = 0; k < WINDOW; k++) {
                    double value = a[row + x + k];
                    sum += KERNEL[k] * (product ? value * b[row + x + k] : value);
                }
                across[y * columns + x] = sum;
            }
        }
        double[] means = new double[columns * (height - WINDOW + 1)];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int k = 0; k < WINDOW; k++) {
                sum += KERNEL[k] * across[i + k * columns];
            }
            means[i] = sum;
        }
        return means;
    }

    private static double[] kernel() {
        double[] kernel = new double[WINDOW];
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
            double d = k - WINDOW / 2;
            kernel[k] = Math.exp(-d * d / (2 * SIGMA * SIGMA));
            sum += kernel[k];
        }
        for (int k = 0; k < WINDOW; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }
}
