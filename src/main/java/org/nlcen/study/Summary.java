package org.nlcen.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.nlcen.metric.Overlap;

/**
 * Figures of one network at one strength over a set of images.
 *
 * @param model the network's id
 * @param epsilon strength in grey levels
 * @param images number of images
 * @param dic mean of the images' Dice coefficients, with its interval
 * @param jsc mean of the images' Jaccard coefficients, with its interval
 * @param pooled counts of all images added up
 */
public record Summary(String model, double epsilon, int images, Mean dic, Mean jsc, Overlap pooled) {
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_190_129;

    /** A mean and its 95% percentile bootstrap interval. */
    public record Mean(double value, double low, double high) {
        /** The mean of at least one value; images are drawn with replacement, the same draws for the same count. */
        static Mean of(double[] values) {
            double[] means = new double[RESAMPLES];
            SplittableRandom random = new SplittableRandom(SEED);
            for (int r = 0; r < RESAMPLES; r++) {
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    sum += values[random.nextInt(values.length)];
                }
                means[r] = sum / values.length;
            }
            Arrays.sort(means);
            double mean = Arrays.stream(values).average().orElseThrow();
            return new Mean(mean, means[RESAMPLES / 40 - 1], means[RESAMPLES - RESAMPLES / 40]);
        }
    }

    /** Summaries by model and strength, in the rows' order. */
    public static List<Summary> of(List<ImageStudy.Row> rows) {
        record Key(String model, double epsilon) {}
        Map<Key, List<Overlap>> groups = new LinkedHashMap<>();
        for (ImageStudy.Row row : rows) {
            groups.computeIfAbsent(new Key(row.model(), row.epsilon()), key -> new ArrayList<>())
                    .add(row.overlap());
        }
        List<Summary> summaries = new ArrayList<>();
        groups.forEach((key, overlaps) -> summaries.add(new Summary(
                key.model(),
                key.epsilon(),
                overlaps.size(),
                Mean.of(overlaps.stream().mapToDouble(Overlap::dic).toArray()),
                Mean.of(overlaps.stream().mapToDouble(Overlap::jsc).toArray()),
                overlaps.stream().reduce(Overlap.NONE, Overlap::plus))));
        return summaries;
    }
}
