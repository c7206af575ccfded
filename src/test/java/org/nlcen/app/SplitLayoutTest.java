package org.nlcen.app;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SplitLayoutTest {
    private static final double EXACT = 1e-9;

    @Test
    void fiveColumnsLeaveTheImageItsShare() {
        // numbers 0.235 * 1280, image 0.28 * 1280, the bench takes what is left and would like 5 * (470 / 3 + 8) + 24
        SplitLayout layout = SplitLayout.of(1280, 620, 5, true);
        assertThat(layout.source()).isCloseTo(358.4, within(EXACT));
        assertThat(layout.bench()).isCloseTo(1280 - 300.8 - 358.4, within(EXACT));
    }

    @Test
    void sixColumnsAreAllSeen() {
        // 6 * (104 + 8) + 24, and the image keeps more than 0.22 * 1280
        SplitLayout layout = SplitLayout.of(1280, 620, 6, true);
        assertThat(layout.bench()).isCloseTo(696, within(EXACT));
        assertThat(layout.source()).isCloseTo(1280 - 300.8 - 696, within(EXACT));
        // seven have no room even then: they are scrolled, and the image has 0.32 * 1280
        assertThat(SplitLayout.of(1280, 620, 7, true).source()).isCloseTo(409.6, within(EXACT));
    }

    @Test
    void besideTheListOfImagesTheNumbersGiveWayBeforeTheImage() {
        // 1280 less the list's 188: six columns are scrolled, 0.68 * 1092 - 260 would be less than the bench's least
        SplitLayout layout = SplitLayout.of(1092, 620, 6, true);
        assertThat(layout.bench()).isEqualTo(512);
        assertThat(layout.source()).isEqualTo(1092 - 260 - 512);
        // five would need 5 * (104 + 8) + 24 = 584 and leave the image 248 of the 280 it must have
        assertThat(SplitLayout.of(1092, 620, 5, true)).isEqualTo(layout);
    }

    @Test
    void aBenchThatNeedsLittleLeavesTheRest() {
        // one column of 168 would do with 200
        SplitLayout layout = SplitLayout.of(1280, 620, 1, true);
        assertThat(layout.bench()).isEqualTo(512);
        assertThat(layout.source()).isCloseTo(1280 - 300.8 - 512, within(EXACT));
    }

    @Test
    void withoutNumbersTheirRoomGoesToTheBench() {
        // 5 * (470 / 3 + 8) + 24
        SplitLayout layout = SplitLayout.of(1280, 620, 5, false);
        assertThat(layout.bench()).isCloseTo(2542 / 3.0, within(EXACT));
        assertThat(layout.source()).isCloseTo(1280 - 2542 / 3.0, within(EXACT));
    }
}
