package org.nlcen.app.viewer;

import org.junit.jupiter.api.Test;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ViewStateTest {
    private static final Painter.Extent PICTURE = new Painter.Extent(200, 100, 1);

    private final ViewState view = new ViewState();

    @Test
    void aFittedPictureLiesInTheMiddle() {
        ViewTransform look = view.on(PICTURE, 400, 400);
        assertThat(look.zoom()).isEqualTo(2);
        assertThat(look.toScreen(new Point(0, 0))).isEqualTo(new Point(0, 100));
        assertThat(look.toScreen(new Point(200, 100))).isEqualTo(new Point(400, 300));
    }

    @Test
    void zoomingKeepsThePointUnderTheCursor() {
        Point screen = new Point(300, 150);
        Point before = view.on(PICTURE, 400, 400).toImage(screen);
        view.zoomAt(2.5, before.x() / 200, before.y() / 100);
        Point after = view.on(PICTURE, 400, 400).toImage(screen);
        assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
        assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
    }

    @Test
    void panesOfDifferentSizeShowTheSamePart() {
        view.zoomAt(4, 0.25, 0.5);
        Point small = view.on(PICTURE, 100, 100).toImage(new Point(50, 50));
        Point large = view.on(new Painter.Extent(400, 200, 1), 900, 900).toImage(new Point(450, 450));
        assertThat(large.x()).isCloseTo(2 * small.x(), within(1e-9));
        assertThat(large.y()).isCloseTo(2 * small.y(), within(1e-9));
    }

    @Test
    void flippingTwiceAndFourTurnsAreNothing() {
        view.turn(1);
        view.flipVertically();
        view.flipVertically();
        view.flipHorizontally();
        view.flipHorizontally();
        view.turn(3);
        assertThat(view.quarterTurns()).isZero();
        assertThat(view.mirrored()).isFalse();
    }

    @Test
    void aFlipExchangesWhatIsSeenAlsoOnATurnedPicture() {
        view.turn(1);
        Point left = view.on(PICTURE, 400, 400).toImage(new Point(100, 200));
        view.flipHorizontally();
        Point right = view.on(PICTURE, 400, 400).toImage(new Point(300, 200));
        assertThat(right.x()).isCloseTo(left.x(), within(1e-9));
        assertThat(right.y()).isCloseTo(left.y(), within(1e-9));
    }

    /** An image of 200 columns pixel for pixel in a pane of 4000: a twentieth of what fits. */
    @Test
    void aSmallImageIsShownPixelForPixelAndComesBackThatWay() {
        view.zoomTo(1 / view.fitZoom(PICTURE, 4000, 4000));
        assertThat(view.on(PICTURE, 4000, 4000).zoom()).isCloseTo(1, within(1e-9));
        view.zoomAt(1.5, 0.5, 0.5);
        assertThat(view.zoom()).as("no leap").isCloseTo(0.075, within(1e-12));
        view.zoomAt(0.5, 0.5, 0.5);
        assertThat(view.zoom()).as("the wheel goes no further").isCloseTo(0.075, within(1e-12));
        view.restore(0.05, 0.5, 0.5, 0, false);
        assertThat(view.zoom()).isEqualTo(0.05);
        view.fit();
        view.zoomAt(0.01, 0.5, 0.5);
        assertThat(view.zoom()).isEqualTo(0.25);
    }

    @Test
    void aViewCannotLeaveThePicture() {
        view.pan(-7, 9);
        assertThat(view.centerX()).isZero();
        assertThat(view.centerY()).isEqualTo(1);
        view.zoomAt(1e9, 0.5, 0.5);
        assertThat(view.zoom()).isEqualTo(ViewState.MAX_ZOOM);
        view.reset();
        assertThat(view.zoom()).isEqualTo(1);
        assertThat(view.centerX()).isEqualTo(0.5);
    }
}
