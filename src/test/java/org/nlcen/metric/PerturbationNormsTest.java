package org.nlcen.metric;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class PerturbationNormsTest {
    @Test
    void handWorkedNumbers() {
        PerturbationNorms norms = PerturbationNorms.of(new float[] {10, 20, 30, 40}, new float[] {13, 16, 30, 40});
        assertThat(norms.linf()).isEqualTo(4);
        assertThat(norms.l2()).isEqualTo(5);
        // mean squared difference 25 / 4; 10 log10(65025 / 6.25) = 10 log10(10404) = 20 log10(102)
        assertThat(norms.psnr()).isCloseTo(40.17200343523835, within(1e-12));
    }

    @Test
    void equalImagesHaveInfinitePsnr() {
        PerturbationNorms norms = PerturbationNorms.of(new float[] {7, 8}, new float[] {7, 8});
        assertThat(norms).isEqualTo(new PerturbationNorms(0, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void fullSwingIsZeroDecibels() {
        assertThat(PerturbationNorms.of(new float[] {0, 255}, new float[] {255, 0})
                        .psnr())
                .isEqualTo(0);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> PerturbationNorms.of(new float[2], new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> PerturbationNorms.of(new float[0], new float[0]));
    }
}
