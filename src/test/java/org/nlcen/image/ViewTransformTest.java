package org.nlcen.image;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ViewTransformTest {
    private static ViewTransform view(double zoom, Point centre, int turns, boolean mirrored) {
        return new ViewTransform(200, 100, 1, 400, 300, zoom, centre, turns, mirrored);
    }

    @Test
    void plainViewByHand() {
        ViewTransform view = view(2, new Point(100, 50), 0, false);
        assertSame(view.toScreen(new Point(100, 50)), 200, 150);
        assertSame(view.toScreen(new Point(0, 0)), 0, 50);
        assertSame(view.toImage(new Point(400, 250)), 200, 100);
    }

    @Test
    void aQuarterTurnPutsTheTopLeftCornerTopRight() {
        ViewTransform view = view(1, new Point(100, 50), 1, false);
        assertSame(view.toScreen(new Point(0, 0)), 250, 50);
        assertSame(view.toScreen(new Point(200, 0)), 250, 250);
        assertSame(view.toScreen(new Point(0, 100)), 150, 50);
    }

    @Test
    void aspectStretchesRows() {
        ViewTransform view = new ViewTransform(100, 100, 2, 400, 400, 1.5, new Point(50, 50), 0, false);
        assertSame(view.toScreen(new Point(60, 60)), 215, 230);
        assertThat(view.fit().zoom()).isEqualTo(2);
    }

    @Test
    void fitShowsAllAndTouchesTwoEdges() {
        ViewTransform view = view(7, new Point(3, 3), 0, false).fit();
        assertThat(view.zoom()).isEqualTo(2);
        assertSame(view.toScreen(new Point(0, 0)), 0, 50);
        ViewTransform turned = view.turnedBy(1).fit();
        assertThat(turned.zoom()).isEqualTo(1.5);
        assertSame(turned.toScreen(new Point(0, 100)), 125, 0);
    }

    @Test
    void flipsAreOnTheScreenWhateverTheTurn() {
        Point somewhere = new Point(37, 81);
        for (int turns = 0; turns < 4; turns++) {
            for (boolean mirrored : new boolean[] {false, true}) {
                ViewTransform view = view(1.7, new Point(90, 60), turns, mirrored);
                Point at = view.toScreen(somewhere);
                assertSame(view.flippedHorizontally().toScreen(somewhere), 400 - at.x(), at.y());
                assertSame(view.flippedVertically().toScreen(somewhere), at.x(), 300 - at.y());
                assertSame(view.turnedBy(1).toScreen(somewhere), 200 - (at.y() - 150), 150 + (at.x() - 200));
                assertThat(view.flippedVertically().flippedHorizontally()).isEqualTo(view.turnedBy(2));
                assertThat(view.turnedBy(-1)).isEqualTo(view.turnedBy(3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thereAndBack(long seed) {
        Random random = new Random(seed);
        ViewTransform view = random(random);
        for (int i = 0; i < 20; i++) {
            Point image = new Point(random.nextDouble() * 300 - 50, random.nextDouble() * 300 - 50);
            Point again = view.toImage(view.toScreen(image));
            assertSame(again, image.x(), image.y());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void zoomingKeepsThePointUnderThePointer(long seed) {
        Random random = new Random(seed);
        ViewTransform view = random(random).fit();
        Point pointer = view.toScreen(new Point(random.nextDouble() * 200, random.nextDouble() * 100));
        Point before = view.toImage(pointer);
        ViewTransform zoomed = view.zoomedAbout(pointer, 1.25).zoomedAbout(pointer, 3);
        assertThat(zoomed.zoom()).isCloseTo(view.zoom() * 3.75, within(1e-9));
        assertSame(zoomed.toImage(pointer), before.x(), before.y());
    }

    @Test
    void zoomHasLimits() {
        ViewTransform view = view(1, new Point(100, 50), 0, false);
        Point middle = new Point(200, 150);
        assertThat(view.zoomedAbout(middle, 1e9).zoom()).isEqualTo(64);
        assertThat(view.zoomedAbout(middle, 1e-9).zoom()).isEqualTo(0.25);
    }

    @Test
    void panningFollowsThePointerAndKeepsTheImageInSight() {
        ViewTransform view = view(2, new Point(100, 50), 3, true);
        Point before = view.toScreen(new Point(90, 45));
        assertSame(view.panned(12, -8).toScreen(new Point(90, 45)), before.x() + 12, before.y() - 8);
        Point lost = view.panned(1e7, -1e7).centre();
        assertThat(lost.x()).isBetween(0.0, 200.0);
        assertThat(lost.y()).isBetween(0.0, 100.0);
    }

    @Test
    void resizingKeepsTheMiddle() {
        ViewTransform view = view(2, new Point(30, 40), 0, false).resized(1000, 500);
        assertSame(view.toScreen(new Point(30, 40)), 500, 250);
        assertThat(view.actualSize().zoom()).isEqualTo(1);
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> view(0, new Point(0, 0), 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> view(1, new Point(0, 0), 4, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ViewTransform(1, 1, 1, 0, 5, 1, new Point(0, 0), 0, false));
    }

    private static ViewTransform random(Random random) {
        return new ViewTransform(
                200,
                100,
                0.5 + random.nextDouble(),
                300 + random.nextInt(400),
                300 + random.nextInt(400),
                0.1 + 5 * random.nextDouble(),
                new Point(random.nextDouble() * 200, random.nextDouble() * 100),
                random.nextInt(4),
                random.nextBoolean());
    }

    private static void assertSame(Point point, double x, double y) {
        assertThat(point.x()).isCloseTo(x, within(1e-9));
        assertThat(point.y()).isCloseTo(y, within(1e-9));
    }
}
