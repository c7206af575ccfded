package org.nlcen.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.nlcen.image.AtomicFile;
import org.nlcen.image.NetworkInput;
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
 * @param accuracy mean of the images' shares of rightly labelled pixels
 * @param dicRatio DIC over the same images' clean DIC; 1 at epsilon 0, NaN where the clean figure is missing or 0
 * @param jscRatio the same of JSC
 * @param linf largest change of any pixel, grey levels
 */
public record Summary(
        String model,
        double epsilon,
        int images,
        Mean dic,
        Mean jsc,
        Overlap pooled,
        double accuracy,
        double dicRatio,
        double jscRatio,
        double linf) {
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_190_129;
    private static final double PIXELS = NetworkInput.SIZE * NetworkInput.SIZE;

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

    /** Summaries by model, in the rows' order, and by strength, ascending. */
    public static List<Summary> of(List<ImageStudy.Row> rows) {
        Map<String, TreeMap<Double, List<ImageStudy.Row>>> groups = new LinkedHashMap<>();
        for (ImageStudy.Row row : rows) {
            groups.computeIfAbsent(row.model(), model -> new TreeMap<>())
                    .computeIfAbsent(row.epsilon(), epsilon -> new ArrayList<>())
                    .add(row);
        }
        List<Summary> summaries = new ArrayList<>();
        groups.forEach((model, strengths) -> {
            Map<String, Overlap> clean = new HashMap<>();
            strengths.getOrDefault(0.0, List.of()).forEach(row -> clean.put(row.image(), row.overlap()));
            strengths.forEach((epsilon, own) -> summaries.add(of(model, epsilon, own, clean)));
        });
        return summaries;
    }

    private static Summary of(String model, double epsilon, List<ImageStudy.Row> rows, Map<String, Overlap> clean) {
        return new Summary(
                model,
                epsilon,
                rows.size(),
                Mean.of(values(rows, Overlap::dic)),
                Mean.of(values(rows, Overlap::jsc)),
                rows.stream().map(ImageStudy.Row::overlap).reduce(Overlap.NONE, Overlap::plus),
                Arrays.stream(values(rows, overlap -> 1 - (overlap.falsePositive() + overlap.falseNegative()) / PIXELS))
                        .average()
                        .orElseThrow(),
                ratio(rows, clean, Overlap::dic),
                ratio(rows, clean, Overlap::jsc),
                rows.stream().mapToDouble(ImageStudy.Row::linf).max().orElseThrow());
    }

    private static double[] values(List<ImageStudy.Row> rows, ToDoubleFunction<Overlap> figure) {
        return rows.stream().map(ImageStudy.Row::overlap).mapToDouble(figure).toArray();
    }

    private static double ratio(
            List<ImageStudy.Row> rows, Map<String, Overlap> clean, ToDoubleFunction<Overlap> figure) {
        double attacked = 0;
        double before = 0;
        for (ImageStudy.Row row : rows) {
            Overlap own = clean.get(row.image());
            if (own == null) {
                return Double.NaN;
            }
            attacked += figure.applyAsDouble(row.overlap());
            before += figure.applyAsDouble(own);
        }
        return before == 0 ? Double.NaN : attacked / before;
    }

    /** Writes {@code summary.csv}, one line for each summary. */
    public static void write(Path file, List<Summary> summaries) throws IOException {
        StringBuilder text = new StringBuilder("model,epsilon,images,dic,dic_low,dic_high,jsc,jsc_low,jsc_high,"
                + "dic_pooled,jsc_pooled,accuracy,dic_ratio,jsc_ratio,linf\n");
        for (Summary s : summaries) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%s\n",
                    s.model(),
                    s.epsilon(),
                    s.images(),
                    s.dic().value(),
                    s.dic().low(),
                    s.dic().high(),
                    s.jsc().value(),
                    s.jsc().low(),
                    s.jsc().high(),
                    s.pooled().dic(),
                    s.pooled().jsc(),
                    s.accuracy(),
                    s.dicRatio(),
                    s.jscRatio(),
                    s.linf()));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
