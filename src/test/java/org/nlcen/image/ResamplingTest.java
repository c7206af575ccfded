package org.nlcen.image;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ResamplingTest {
    private static double[] resample(int to, double... values) {
        double[] out = new double[to];
        Resampling.of(values.length, to).apply(values, out);
        return out;
    }

    @Test
    void edgesCountWithThePartCovered() {
        // each of the three covers 5/3 of the five
        double[] out = resample(3, 0, 3, 6, 9, 12);
        assertThat(out[0]).isCloseTo((0 + 3 * 2 / 3.0) / (5 / 3.0), within(1e-12));
        assertThat(out[1]).isCloseTo((3 / 3.0 + 6 + 9 / 3.0) / (5 / 3.0), within(1e-12));
        assertThat(out[2]).isCloseTo((9 * 2 / 3.0 + 12) / (5 / 3.0), within(1e-12));
    }

    @Test
    void halvesAreMeans() {
        assertThat(resample(2, 1, 3, 10, 20)).containsExactly(2, 15);
    }

    @Test
    void sameSizeIsLeftAlone() {
        assertThat(resample(4, 3, 1, 4, 1)).containsExactly(3, 1, 4, 1);
    }

    @Test
    void growingInterpolatesBetweenCentres() {
        assertThat(resample(4, 0, 8)).containsExactly(0, 2, 6, 8);
        assertThat(resample(3, 5)).containsExactly(5, 5, 5);
    }

    @ParameterizedTest
    @CsvSource({"2048,256", "1000,256", "257,256", "256,256", "255,256", "192,256", "3,256", "1,256", "7919,256"})
    void weightsSumToOneAndKeepTheMean(int from, int to) {
        Resampling axis = Resampling.of(from, to);
        assertThat(axis.size()).isEqualTo(to);
        for (int i = 0; i < to; i++) {
            assertThat(Arrays.stream(axis.weights(i)).sum()).isCloseTo(1, within(1e-12));
            assertThat(axis.first(i) + axis.weights(i).length).isLessThanOrEqualTo(from);
        }
        if (from >= to) {
            double[] ramp = new double[from];
            Arrays.setAll(ramp, i -> i);
            double[] out = resample(to, ramp);
            assertThat(Arrays.stream(out).average().orElseThrow()).isCloseTo((from - 1) / 2.0, within(1e-6));
        }
    }
}
