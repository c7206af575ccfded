package org.nlcen.image.phantom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SmoothNoiseTest {
    @Test
    void boundedAroundZeroAndWithoutJumps() {
        SmoothNoise noise = new SmoothNoise(7);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 40_000; i++) {
            double x = i % 200 * 0.37 - 30;
            double y = i / 200 * 0.37 - 30;
            double value = noise.at(x, y, 3);
            assertThat(value).isBetween(-1.0, 1.0);
            // the steepest slope of one octave is 2 * 15 / 8, of three octaves three times 4/7 of it
            assertThat(noise.at(x + 1e-4, y, 3)).isCloseTo(value, within(1e-3));
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 40_000).isCloseTo(0, within(0.03));
        assertThat(Math.sqrt(squares / 40_000)).isBetween(0.2, 0.5);
    }

    @Test
    void seedsDiffer() {
        assertThat(new SmoothNoise(1).at(3.3, 4.4, 2)).isNotEqualTo(new SmoothNoise(2).at(3.3, 4.4, 2));
        assertThat(new SmoothNoise(1).at(3.3, 4.4, 2)).isEqualTo(new SmoothNoise(1).at(3.3, 4.4, 2));
    }

    @Test
    void cellsHaveWallsAndMiddles() {
        SmoothNoise noise = new SmoothNoise(3);
        double least = 1;
        double most = 0;
        for (int i = 0; i < 10_000; i++) {
            double value = noise.cells(i % 100 * 0.13, i / 100 * 0.13);
            assertThat(value).isNotNegative();
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(least).isLessThan(0.02);
        assertThat(most).isGreaterThan(0.6);
    }
}
