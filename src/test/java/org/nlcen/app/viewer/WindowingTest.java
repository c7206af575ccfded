package org.nlcen.app.viewer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WindowingTest {
    private final Windowing windowing = new Windowing();
    private final Window lung = new Window("Lung", 1000, 2000, Function.LINEAR_EXACT);
    private final Window bone = new Window("Bone", 1500, 1000, Function.LINEAR_EXACT);

    @Test
    void theDefaultWindowIsTheNetworksWholeScale() {
        windowing.presets(List.of(lung, bone));
        assertThat(windowing.networkLow()).isEqualTo(0);
        assertThat(windowing.networkHigh()).isEqualTo(255);
    }

    @Test
    void theNetworksPanesFollowInProportion() {
        windowing.presets(List.of(lung, bone));
        windowing.choose(1);
        // 1000..2000 of 0..2000 is the upper half
        assertThat(windowing.networkLow()).isCloseTo(127.5, within(1e-9));
        assertThat(windowing.networkHigh()).isCloseTo(255, within(1e-9));
        windowing.invertedProperty().set(true);
        assertThat(windowing.networkLow()).isCloseTo(255, within(1e-9));
    }

    @Test
    void draggingMovesByPartsOfTheDefaultWidth() {
        windowing.presets(List.of(lung, bone));
        windowing.adjust(0.1, -0.25);
        assertThat(windowing.window().center()).isEqualTo(1200);
        assertThat(windowing.window().width()).isEqualTo(1500);
        windowing.adjust(0, -9);
        assertThat(windowing.window().width()).as("never nothing").isPositive();
    }

    @Test
    void aTableBecomesAWindowOfItsRangeOnceItIsDragged() {
        VoiTransform table = new VoiTransform.Lut("Table", 100, new int[200], 255);
        windowing.presets(List.of(table));
        windowing.adjust(0, 0);
        assertThat(windowing.current()).isEqualTo(new Window("Table", 200, 200, Function.LINEAR));
        windowing.reset();
        assertThat(windowing.current()).isEqualTo(table);
    }

    @Test
    void aPresetThatIsNotThereChangesNothing() {
        windowing.presets(List.of(lung));
        windowing.choose(3);
        assertThat(windowing.current()).isEqualTo(lung);
    }
}
