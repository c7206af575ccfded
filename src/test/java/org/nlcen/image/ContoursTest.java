package org.nlcen.image;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ContoursTest {
    private static final Geometry SAME = new Geometry(256, 256);

    @Test
    void aDiscIsFoundToAFractionOfAPixel() {
        float[] map = disc(120.3, 131.7, 60.25);
        List<Contour> contours = Contours.of(map, SAME, 0);
        assertThat(contours).hasSize(1);
        for (Point point : contours.get(0).points()) {
            assertThat(point.distance(new Point(120.3, 131.7))).isCloseTo(60.25, within(0.02));
        }
        assertThat(contours.get(0).area()).isCloseTo(Math.PI * 60.25 * 60.25, within(10.0));
        assertThat(contours.get(0).length()).isCloseTo(2 * Math.PI * 60.25, within(0.5));
    }

    @Test
    void geometryStretchesTheOutline() {
        Contour contour =
                Contours.of(disc(128, 128, 64), new Geometry(1024, 512), 0).get(0);
        for (Point point : contour.points()) {
            double r = Math.hypot((point.x() - 512) / 4, (point.y() - 256) / 2);
            assertThat(r).isCloseTo(64, within(0.02));
        }
    }

    @Test
    void simplificationKeepsItsTolerance() {
        float[] map = disc(128, 128, 100);
        Contour all = Contours.of(map, SAME, 0).get(0);
        Contour few = Contours.of(map, SAME, 0.25).get(0);
        // an arc departs from its chord by r (1 - cos(a / 2)): 0.25 of 100 allows chords of 8.1 degrees, 45 of them
        assertThat(few.points().size()).isBetween(30, 90);
        assertThat(all.points()).containsAll(few.points());
        for (Point point : all.points()) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < few.points().size(); i++) {
                Point next = few.points().get((i + 1) % few.points().size());
                nearest = Math.min(
                        nearest, Simplification.distance(point, few.points().get(i), next));
            }
            assertThat(nearest).isLessThanOrEqualTo(0.25);
        }
    }

    @Test
    void holesRunTheOtherWay() {
        float[] map = disc(128, 128, 80);
        float[] hole = disc(120, 130, 30);
        for (int i = 0; i < map.length; i++) {
            map[i] = Math.min(map[i], 1 - hole[i]);
        }
        List<Contour> contours = Contours.of(map, SAME, 0);
        assertThat(contours).hasSize(2);
        assertThat(contours.get(0).area()).isCloseTo(Math.PI * 6400, within(10.0));
        assertThat(contours.get(1).area()).isCloseTo(-Math.PI * 900, within(10.0));
    }

    @Test
    void atTheEdgeTheOutlineFollowsTheEdge() {
        float[] map = new float[65536];
        Arrays.fill(map, 0.9f);
        List<Contour> contours = Contours.of(map, new Geometry(2560, 512), 0);
        assertThat(contours).hasSize(1);
        List<Double> xs = contours.get(0).points().stream().map(Point::x).toList();
        assertThat(xs).allMatch(x -> x >= -1e-9 && x <= 2560 + 1e-9);
        // only the corners are cut
        assertThat(contours.get(0).area()).isCloseTo(2560.0 * 512, within(4 * 0.5 * 10 * 2));
        assertThat(Contours.of(new float[65536], SAME, 0)).isEmpty();
    }

    @Test
    void onePixelOfAMaskIsADiamond() {
        Mask mask = Mask.of(3, 3, new boolean[] {false, false, false, false, true, false, false, false, false});
        List<Contour> contours = Contours.of(mask, 0);
        assertThat(contours).hasSize(1);
        assertThat(contours.get(0).points())
                .containsExactlyInAnyOrder(new Point(1.5, 1), new Point(2, 1.5), new Point(1.5, 2), new Point(1, 1.5));
        assertThat(contours.get(0).area()).isEqualTo(0.5);
    }

    @Test
    void theSaddleDecidesWhetherCornersMeet() {
        // saddle value (0.9 * 0.9 - 0.2 * 0.2) / (1.8 - 0.4) = 0.55: joined; with 0.6: (0.36 - 0.04) / 0.8 = 0.4
        assertThat(Contours.of(corners(0.9f, 0.2f), SAME, 0)).hasSize(1);
        assertThat(Contours.of(corners(0.6f, 0.2f), SAME, 0)).hasSize(2);
    }

    private static float[] corners(float high, float low) {
        float[] map = new float[65536];
        map[100 * 256 + 100] = high;
        map[101 * 256 + 101] = high;
        map[100 * 256 + 101] = low;
        map[101 * 256 + 100] = low;
        return map;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void outlinesBoundTheMaskOfAnyMap(long seed) {
        Random random = new Random(seed);
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextFloat();
        }
        Geometry fine = new Geometry(2048, 2048);
        double enclosed =
                Contours.of(map, fine, 0).stream().mapToDouble(Contour::area).sum();
        double marked = Masks.toSource(map, fine).area();
        // straight pieces stand for hyperbolas, which errs both ways alike
        assertThat(enclosed / marked).isCloseTo(1, within(0.01));
    }

    @Test
    void notANumberIsBackgroundAndOtherSizesAreRefused() {
        float[] map = disc(128, 128, 20);
        map[128 * 256 + 128] = Float.NaN;
        assertThat(Contours.of(map, SAME, 0)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Contours.of(new float[9], SAME, 0));
    }

    /** A probability that falls across the rim of a disc over three pixels. */
    private static float[] disc(double x, double y, double radius) {
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            double r = Math.hypot(i % 256 + 0.5 - x, i / 256 + 0.5 - y);
            map[i] = (float) Math.max(0, Math.min(1, 0.5 + (radius - r) / 3));
        }
        return map;
    }
}
