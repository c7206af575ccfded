package org.nlcen.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times of equal runs.
 *
 * @param millis one value a run, ascending
 */
record Timings(double[] millis) {

    /** Something that is timed. */
    @FunctionalInterface
    interface Timed {
        void run();
    }

    Timings {
        if (millis.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        millis = millis.clone();
        Arrays.sort(millis);
    }

    /** Runs twice to warm up and then {@code runs} times. */
    static Timings of(int runs, Timed work) {
        work.run();
        work.run();
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Timings(millis);
    }

    /** The same times divided by the number of things each run did. */
    Timings each(int things) {
        return new Timings(Arrays.stream(millis).map(time -> time / things).toArray());
    }

    int runs() {
        return millis.length;
    }

    double median() {
        return quantile(0.5);
    }

    /** Between the order statistics, as most programs do. */
    double quantile(double share) {
        double place = share * (millis.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(millis.length - 1, below + 1);
        return millis[below] + (place - below) * (millis[above] - millis[below]);
    }

    /** Half the distance between the quartiles over the median: how noisy the machine was. */
    double noise() {
        return median() == 0 ? 0 : (quantile(0.75) - quantile(0.25)) / 2 / median();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("medianMs", median());
        map.put("p95Ms", quantile(0.95));
        map.put("leastMs", millis[0]);
        map.put("noise", noise());
        map.put("runs", runs());
        return map;
    }
}
