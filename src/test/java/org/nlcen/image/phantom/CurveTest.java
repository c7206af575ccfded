package org.nlcen.image.phantom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CurveTest {
    @Test
    void goesThroughItsPointsAndStaysBetweenThem() {
        Curve curve = Curve.through(0, 1, 1, 3, 3, 3, 4, 0);
        assertThat(curve.at(0)).isEqualTo(1);
        assertThat(curve.at(1)).isEqualTo(3);
        assertThat(curve.at(3)).isEqualTo(3);
        assertThat(curve.at(4)).isZero();
        for (double t = 0; t <= 4; t += 0.01) {
            assertThat(curve.at(t)).isBetween(-1e-12, 3 + 1e-12);
        }
        assertThat(curve.at(2)).isEqualTo(3);
    }

    @Test
    void constantOutside() {
        Curve curve = Curve.through(0, 5, 2, 7);
        assertThat(curve.at(-1)).isEqualTo(5);
        assertThat(curve.at(9)).isEqualTo(7);
    }

    @Test
    void aLineStaysALine() {
        Curve curve = Curve.through(0, 0, 1, 2, 3, 6, 4, 8);
        for (double t = 0; t <= 4; t += 0.1) {
            assertThat(curve.at(t)).isCloseTo(2 * t, within(1e-12));
        }
    }
}
