package org.nlcen.metric;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SsimTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 20;

    @Test
    void numbersOfAnIndependentImplementation() {
        // NumPy, float64, each of the 70 windows summed directly in two dimensions with centred moments
        float[] a = pattern();
        float[] b = new float[a.length];
        float[] negative = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            b[i] = Math.max(0, Math.min(255, a[i] + (x * 5 + y * 11) % 17 - 8));
            negative[i] = 255 - a[i];
        }
        assertThat(Ssim.of(a, b, WIDTH, HEIGHT)).isCloseTo(0.9978263369317771, within(1e-10));
        assertThat(Ssim.of(a, negative, WIDTH, HEIGHT)).isCloseTo(-0.9758979200694522, within(1e-10));
    }

    @Test
    void constantImagesLeaveTheLuminanceTermAlone() {
        float[] a = new float[121];
        float[] b = new float[121];
        Arrays.fill(a, 100);
        Arrays.fill(b, 200);
        // (2 * 100 * 200 + 6.5025) / (100^2 + 200^2 + 6.5025)
        assertThat(Ssim.of(a, b, 11, 11)).isCloseTo(40006.5025 / 50006.5025, within(1e-9));
    }

    @Test
    void equalImagesScoreOneAndOrderDoesNotMatter() {
        float[] a = pattern();
        float[] b = new float[a.length];
        assertThat(Ssim.of(a, a, WIDTH, HEIGHT)).isCloseTo(1, within(1e-12));
        assertThat(Ssim.of(a, b, WIDTH, HEIGHT)).isCloseTo(Ssim.of(b, a, WIDTH, HEIGHT), within(1e-12));
    }

    @Test
    void channelsAreAveraged() {
        float[] a = pattern();
        float[] two = Arrays.copyOf(a, 2 * a.length);
        float[] other = two.clone();
        Arrays.fill(other, a.length, 2 * a.length, 255);
        float[] zero = new float[a.length];
        float[] white = new float[a.length];
        Arrays.fill(white, 255);
        assertThat(Ssim.of(two, other, WIDTH, HEIGHT))
                .isCloseTo((1 + Ssim.of(zero, white, WIDTH, HEIGHT)) / 2, within(1e-12));
    }

    @Test
    void refusesImagesSmallerThanTheWindow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ssim.of(new float[100], new float[100], 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Ssim.of(new float[150], new float[150], 11, 11));
    }

    private static float[] pattern() {
        float[] pattern = new float[WIDTH * HEIGHT];
        for (int i = 0; i < pattern.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            pattern[i] = (x * 37 + y * 91 + x * y * 13) % 256;
        }
        return pattern;
    }
}
