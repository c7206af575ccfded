package org.nlcen.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.Mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SurfaceDistanceTest {
    @Test
    void twoPixelsThreeColumnsAndFourRowsApart() {
        SurfaceDistance pixels =
                SurfaceDistance.between(square(8, 1, 1, 1), square(8, 4, 5, 1)).orElseThrow();
        assertThat(pixels).isEqualTo(new SurfaceDistance(5, 5, 5));
        SurfaceDistance millimetres = SurfaceDistance.between(square(8, 1, 1, 1), square(8, 4, 5, 1), 4, 1.25)
                .orElseThrow();
        assertThat(millimetres).isEqualTo(new SurfaceDistance(13, 13, 13));
    }

    @Test
    void squareInsideSquareByHand() {
        // outline of the 5x5 square: 16 pixels, of the 3x3 square: 8. The outer corners are sqrt(2) from the inner
        // corners, all others 1 from the other outline: 4 times sqrt(2), 20 times 1
        SurfaceDistance distance =
                SurfaceDistance.between(square(9, 2, 2, 5), square(9, 3, 3, 3)).orElseThrow();
        assertThat(distance.mean()).isCloseTo((20 + 4 * Math.sqrt(2)) / 24, within(1e-12));
        assertThat(distance.largest()).isEqualTo(Math.sqrt(2));
        // rank 0.95 * 23 = 21.85 of 0..23 lies among the four largest
        assertThat(distance.hd95()).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void percentileInterpolatesBetweenRanks() {
        // one row: outline pixels 0 and 0, 3; distances 0 (0->0), 0 (0->0), 3 (3->0); rank 1.9 -> 0.9 * 3
        Mask one = Mask.of(4, 1, new boolean[] {true, false, false, false});
        Mask two = Mask.of(4, 1, new boolean[] {true, false, false, true});
        SurfaceDistance distance = SurfaceDistance.between(one, two).orElseThrow();
        assertThat(distance.hd95()).isCloseTo(2.7, within(1e-12));
        assertThat(distance.mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void emptyMasks() {
        Mask empty = Mask.empty(8, 8);
        assertThat(SurfaceDistance.between(empty, empty)).contains(new SurfaceDistance(0, 0, 0));
        assertThat(SurfaceDistance.between(empty, square(8, 1, 1, 2))).isEmpty();
        assertThat(SurfaceDistance.between(square(8, 1, 1, 2), empty)).isEmpty();
    }

    @Test
    void refusesBadSteps() {
        Mask mask = square(8, 1, 1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> SurfaceDistance.between(mask, mask, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SurfaceDistance.between(mask, mask, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SurfaceDistance.between(mask, square(9, 1, 1, 2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsTheSearchOverAllPairs(long seed) {
        Random random = new Random(seed);
        Mask a = blobs(random, 23, 17);
        Mask b = blobs(random, 23, 17);
        List<double[]> outlineA = outline(a, 0.7, 1.9);
        List<double[]> outlineB = outline(b, 0.7, 1.9);
        List<Double> all = new ArrayList<>();
        outlineA.forEach(p -> all.add(nearest(p, outlineB)));
        outlineB.forEach(p -> all.add(nearest(p, outlineA)));
        SurfaceDistance found = SurfaceDistance.between(a, b, 0.7, 1.9).orElseThrow();
        assertThat(found.largest()).isCloseTo(Collections.max(all), within(1e-9));
        assertThat(found.mean())
                .isCloseTo(all.stream().mapToDouble(d -> d).average().orElseThrow(), within(1e-9));
        assertThat(SurfaceDistance.between(b, a, 0.7, 1.9).orElseThrow().hd95()).isCloseTo(found.hd95(), within(1e-12));
        Collections.sort(all);
        int rank = (int) (0.95 * (all.size() - 1));
        assertThat(found.hd95()).isBetween(all.get(rank) - 1e-9, all.get(rank + 1) + 1e-9);
    }

    private static double nearest(double[] point, List<double[]> others) {
        return others.stream()
                .mapToDouble(q -> Math.hypot(point[0] - q[0], point[1] - q[1]))
                .min()
                .orElseThrow();
    }

    private static List<double[]> outline(Mask mask, double stepX, double stepY) {
        List<double[]> points = new ArrayList<>();
        int[][] neighbours = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean open = false;
                for (int[] step : neighbours) {
                    int nx = x + step[0];
                    int ny = y + step[1];
                    boolean inside = nx >= 0 && ny >= 0 && nx < mask.width() && ny < mask.height();
                    open |= !inside || !mask.get(nx, ny);
                }
                if (mask.get(x, y) && open) {
                    points.add(new double[] {x * stepX, y * stepY});
                }
            }
        }
        return points;
    }

    private static Mask blobs(Random random, int width, int height) {
        boolean[] pixels = new boolean[width * height];
        for (int blob = 0; blob < 3; blob++) {
            int cx = random.nextInt(width);
            int cy = random.nextInt(height);
            int r = 1 + random.nextInt(5);
            for (int i = 0; i < pixels.length; i++) {
                int dx = i % width - cx;
                int dy = i / width - cy;
                pixels[i] |= dx * dx + dy * dy <= r * r;
            }
        }
        return Mask.of(width, height, pixels);
    }

    private static Mask square(int size, int left, int top, int side) {
        boolean[] pixels = new boolean[size * size];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                pixels[y * size + x] = true;
            }
        }
        return Mask.of(size, size, pixels);
    }
}
