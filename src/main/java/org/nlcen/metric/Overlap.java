package org.nlcen.metric;

import org.nlcen.image.Mask;

/**
 * Counts of agreement between a predicted and a true mask. Overlaps can be added up, which gives the pooled measures of
 * a whole collection; the mean of each image's own measure is another number.
 *
 * @param truePositive pixels that are foreground in both
 * @param falsePositive foreground in the prediction alone
 * @param falseNegative foreground in the truth alone
 */
public record Overlap(long truePositive, long falsePositive, long falseNegative) {
    /** Nothing counted yet, the start of a sum. */
    public static final Overlap NONE = new Overlap(0, 0, 0);

    /** @throws IllegalArgumentException if the masks differ in size */
    public static Overlap of(Mask predicted, Mask truth) {
        int both = predicted.intersection(truth);
        return new Overlap(both, predicted.area() - both, truth.area() - both);
    }

    public Overlap plus(Overlap other) {
        return new Overlap(
                truePositive + other.truePositive,
                falsePositive + other.falsePositive,
                falseNegative + other.falseNegative);
    }

    /** Dice coefficient 2TP / (2TP + FP + FN), within 0..1; 1 where both masks are empty, since they agree. */
    public double dic() {
        return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }

    /** Jaccard coefficient TP / (TP + FP + FN), within 0..1; 1 where both masks are empty, since they agree. */
    public double jsc() {
        return ratio(truePositive, truePositive + falsePositive + falseNegative);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
