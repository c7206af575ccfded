package org.nlcen.metric;

import org.junit.jupiter.api.Test;
import org.nlcen.image.Mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class OverlapTest {
    private static final Mask TWO = Mask.of(4, 1, new boolean[] {true, true, false, false});
    private static final Mask MIDDLE = Mask.of(4, 1, new boolean[] {false, true, true, true});

    @Test
    void countsAndMeasuresOfAHandMadePair() {
        Overlap overlap = Overlap.of(TWO, MIDDLE);
        assertThat(overlap).isEqualTo(new Overlap(1, 1, 2));
        assertThat(overlap.dic()).isEqualTo(2.0 / 5);
        assertThat(overlap.jsc()).isEqualTo(1.0 / 4);
    }

    @Test
    void directionExchangesTheErrorsAndKeepsTheMeasures() {
        assertThat(Overlap.of(MIDDLE, TWO)).isEqualTo(new Overlap(1, 2, 1));
        assertThat(Overlap.of(MIDDLE, TWO).dic())
                .isEqualTo(Overlap.of(TWO, MIDDLE).dic());
    }

    @Test
    void agreementOnNothingIsAgreement() {
        Mask empty = Mask.empty(4, 1);
        assertThat(Overlap.of(empty, empty).dic()).isEqualTo(1);
        assertThat(Overlap.of(empty, empty).jsc()).isEqualTo(1);
        assertThat(Overlap.of(TWO, empty).dic()).isZero();
        assertThat(Overlap.of(empty, TWO).jsc()).isZero();
    }

    @Test
    void equalMasksScoreOneAndInverseMasksZero() {
        assertThat(Overlap.of(TWO, TWO).dic()).isEqualTo(1);
        assertThat(Overlap.of(TWO, TWO.inverse()).dic()).isZero();
    }

    @Test
    void pooledMeasureIsNotTheMeanOfMeasures() {
        Overlap pooled = Overlap.NONE.plus(new Overlap(90, 5, 5)).plus(new Overlap(0, 1, 9));
        assertThat(pooled).isEqualTo(new Overlap(90, 6, 14));
        assertThat(pooled.dic()).isEqualTo(0.9);
        assertThat(pooled.jsc()).isCloseTo(90.0 / 110, within(1e-15));
        assertThat(pooled.jsc()).isCloseTo(pooled.dic() / (2 - pooled.dic()), within(1e-15));
    }

    @Test
    void refusesMasksOfDifferentSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> Overlap.of(TWO, Mask.empty(2, 2)));
    }
}
