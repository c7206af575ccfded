package org.nlcen.app.viewer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrientationTest {
    private final ViewState view = new ViewState();

    private Orientation seen(String directions) {
        return Orientation.of(directions, view.on(new Painter.Extent(10, 10, 1), 50, 50))
                .orElseThrow();
    }

    @Test
    void aPosteriorAnteriorChest() {
        assertThat(seen("L\\F")).isEqualTo(new Orientation("R", "L", "H", "F"));
    }

    @Test
    void lettersTurnAndFlipWithThePicture() {
        view.turn(1);
        assertThat(seen("L\\F")).isEqualTo(new Orientation("F", "H", "R", "L"));
        view.reset();
        view.flipHorizontally();
        assertThat(seen("L\\F")).isEqualTo(new Orientation("L", "R", "H", "F"));
    }

    @Test
    void obliqueDirectionsHaveSeveralLetters() {
        assertThat(seen("LA\\FP")).isEqualTo(new Orientation("RP", "LA", "HA", "FP"));
    }

    @Test
    void nonsenseIsNotShown() {
        assertThat(Orientation.of("left", view.on(new Painter.Extent(1, 1, 1), 5, 5)))
                .isEmpty();
        assertThat(Orientation.of("", view.on(new Painter.Extent(1, 1, 1), 5, 5)))
                .isEmpty();
    }

    @Test
    void aScaleBarIsTheLongestRoundOneThatFits() {
        assertThat(ScaleBar.fitting(1, 120)).contains(new ScaleBar(100, 100));
        assertThat(ScaleBar.fitting(3, 120)).contains(new ScaleBar(20, 60));
        assertThat(ScaleBar.fitting(0.001, 120)).as("too short to see").isEmpty();
    }
}
