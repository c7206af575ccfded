package org.nlcen.metric;

/**
 * Size of a perturbation on the 0..255 scale.
 *
 * @param linf largest absolute difference, in grey levels
 * @param l2 Euclidean length of the difference over all values, in grey levels
 * @param psnr peak signal-to-noise ratio {@code 10 log10(255^2 / mean squared difference)} in decibels; positive
 *     infinity for equal images
 */
public record PerturbationNorms(double linf, double l2, double psnr) {
    private static final double PEAK = 255;

    /**
     * @param clean values within 0..255, any layout
     * @param perturbed the same layout
     * @throws IllegalArgumentException for arrays of different length or without values
     */
    public static PerturbationNorms of(float[] clean, float[] perturbed) {
        if (clean.length != perturbed.length || clean.length == 0) {
            throw new IllegalArgumentException("cannot compare " + clean.length + " with " + perturbed.length);
        }
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < clean.length; i++) {
            double difference = (double) perturbed[i] - clean[i];
            largest = Math.max(largest, Math.abs(difference));
            squares += difference * difference;
        }
        double psnr = 10 * Math.log10(PEAK * PEAK * clean.length / squares);
        return new PerturbationNorms(largest, Math.sqrt(squares), psnr);
    }
}
