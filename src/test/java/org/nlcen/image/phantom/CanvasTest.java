package org.nlcen.image.phantom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CanvasTest {
    @Test
    void aBallHoldsItsVolume() {
        // two thirds of a cylinder: the integral of sqrt(1 - r^2) over the unit disc is 2 pi / 3
        Canvas canvas = new Canvas(256);
        canvas.ball(100, 90, 20, 3);
        assertThat(sum(canvas)).isCloseTo(3 * 400 * 2 * Math.PI / 3, within(10.0));
        assertThat(canvas.values[90 * 256 + 100]).isCloseTo(3, within(0.01f));
        assertThat(canvas.values[90 * 256 + 125]).isZero();
    }

    @Test
    void resolutionDoesNotChangeWhatIsDrawn() {
        Canvas fine = new Canvas(1024);
        fine.ellipse(100, 90, 20, 10, 3);
        assertThat(sum(fine) / 16).isCloseTo(3 * 200 * 2 * Math.PI / 3, within(2.0));
    }

    @Test
    void aTubeHoldsItsLength() {
        // thickness * radius * length * pi / 2 in one long row of steps
        Canvas canvas = new Canvas(256);
        for (double x = 50; x < 150; x += 0.5) {
            canvas.tube(x, 128, 6, 0.5, 2);
        }
        assertThat(sum(canvas)).isCloseTo(100 * 6 * 2 * Math.PI / 2, within(10.0));
    }

    @Test
    void nothingIsDrawnOutside() {
        Canvas canvas = new Canvas(64);
        canvas.ball(-50, 300, 20, 1);
        assertThat(sum(canvas)).isZero();
    }

    private static double sum(Canvas canvas) {
        double sum = 0;
        for (float value : canvas.values) {
            sum += value;
        }
        return sum;
    }
}
