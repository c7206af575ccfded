package org.nlcen.app.viewer;

import org.junit.jupiter.api.Test;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.PixelSpacing.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrueSizeTest {
    @Test
    void tenCentimetresOfTheImageAreTenCentimetresOfGlass() {
        PixelSpacing spacing = new PixelSpacing(0.175, 0.175, Source.DETECTOR);
        // 96 points an inch: 25.4 / 96 mm a point
        double pointsPerColumn = TrueSize.pointsPerColumn(spacing, TrueSize.estimate(96, 1));
        double columns = 100 / 0.175;
        assertThat(columns * pointsPerColumn * 25.4 / 96).isCloseTo(100, within(1e-9));
    }

    @Test
    void aCardTellsTheSizeOfAPoint() {
        assertThat(TrueSize.fromCard(342.4)).isCloseTo(0.25, within(1e-12));
        assertThat(TrueSize.estimate(192, 2)).isCloseTo(25.4 / 96, within(1e-12));
    }

    @Test
    void aScreenThatCannotBeIsRefused() {
        assertThat(TrueSize.sensible(0.25)).contains(0.25);
        assertThat(TrueSize.sensible(0)).isEmpty();
        assertThat(TrueSize.sensible(Double.NaN)).isEmpty();
        assertThat(TrueSize.sensible(5)).isEmpty();
    }
}
