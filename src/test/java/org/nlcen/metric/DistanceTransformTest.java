package org.nlcen.metric;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DistanceTransformTest {
    @Test
    void oneMarkedPixelByHand() {
        boolean[] marked = new boolean[12];
        marked[4 + 1] = true;
        assertThat(DistanceTransform.squared(marked, 4, 3, 2, 3))
                .containsExactly(13, 9, 13, 25, 4, 0, 4, 16, 13, 9, 13, 25);
    }

    @Test
    void nothingMarkedIsInfinitelyFar() {
        assertThat(DistanceTransform.squared(new boolean[6], 3, 2, 1, 1)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void equalsTheSearchOverAllPairs(long seed) {
        Random random = new Random(seed);
        int width = 1 + random.nextInt(30);
        int height = 1 + random.nextInt(30);
        double stepX = 0.1 + random.nextDouble();
        double stepY = 0.1 + random.nextDouble();
        boolean[] marked = new boolean[width * height];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = random.nextInt(20) == 0;
        }
        marked[random.nextInt(marked.length)] = true;
        double[] found = DistanceTransform.squared(marked, width, height, stepX, stepY);
        for (int i = 0; i < marked.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < marked.length; j++) {
                double dx = (i % width - j % width) * stepX;
                double dy = (i / width - j / width) * stepY;
                nearest = marked[j] ? Math.min(nearest, dx * dx + dy * dy) : nearest;
            }
            assertThat(found[i]).isCloseTo(nearest, within(1e-9));
        }
    }
}
