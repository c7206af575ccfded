package org.nlcen.image;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class WindowsTest {
    private static final SourceImage.Origin MADE = new SourceImage.Origin(Optional.empty(), "test", 0, 1);

    @Test
    void fullRangeRunsFromTheSmallestToTheLargestValue() {
        Window window = Windows.fullRange(image(ModalityTransform.IDENTITY, Optional.empty(), 100, 300, 4000));
        assertThat(window.apply(100)).isZero();
        assertThat(window.apply(4000)).isEqualTo(1);
        assertThat(window.apply(101)).isPositive();
        assertThat(window.apply(3999)).isLessThan(1);
        assertThat(window.center()).isEqualTo(2050.5);
        assertThat(window.width()).isEqualTo(3901);
    }

    @Test
    void eightBitRangeIsTheFamiliarWindow() {
        Window window = Windows.fullRange(image(ModalityTransform.IDENTITY, Optional.empty(), 0, 255));
        assertThat(window.width()).isEqualTo(256);
        assertThat(window.center()).isEqualTo(128);
    }

    @Test
    void automaticLeavesOutHalfAPercentAtEitherEnd() {
        int[] values = new int[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i + 1;
        }
        Window window = Windows.automatic(image(ModalityTransform.IDENTITY, Optional.empty(), values));
        assertThat(window.apply(5)).isZero();
        assertThat(window.apply(6)).isPositive();
        assertThat(window.apply(995)).isEqualTo(1);
        assertThat(window.apply(994)).isLessThan(1);
    }

    @Test
    void paddingHasNoPart() {
        Optional<SourceImage.Padding> padding = Optional.of(new SourceImage.Padding(-2000, -2000));
        Window window = Windows.fullRange(image(ModalityTransform.IDENTITY, padding, -2000, 10, 20, -2000));
        assertThat(window.apply(10)).isZero();
        assertThat(window.apply(20)).isEqualTo(1);
        assertThat(Windows.fullRange(image(ModalityTransform.IDENTITY, padding, -2000))
                        .width())
                .isEqualTo(256);
    }

    @Test
    void modalityMayFall() {
        ModalityTransform falling = new ModalityTransform.Rescale(-2, 10, "");
        Window window = Windows.fullRange(image(falling, Optional.empty(), 1, 2, 4));
        assertThat(window.apply(2)).isZero();
        assertThat(window.apply(8)).isEqualTo(1);
    }

    @Test
    void rangesBelowOneStayExact() {
        ModalityTransform fine = new ModalityTransform.Rescale(0.001, 0, "");
        Window window = Windows.fullRange(image(fine, Optional.empty(), 0, 500));
        assertThat(window.function()).isEqualTo(Function.LINEAR_EXACT);
        assertThat(window.width()).isCloseTo(0.5, within(1e-12));
        assertThat(window.apply(0.25)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aConstantPictureHasAWindow() {
        Window window = Windows.automatic(image(ModalityTransform.IDENTITY, Optional.empty(), 7, 7, 7));
        assertThat(window.width()).isEqualTo(1);
        assertThat(window.apply(7)).isZero();
    }

    @Test
    void regionDecidesItsOwnWindow() {
        SourceImage image = image(ModalityTransform.IDENTITY, Optional.empty(), 0, 100, 200, 4000);
        Window window = Windows.automatic(image, 1, 0, 3, 1);
        assertThat(window.apply(100)).isZero();
        assertThat(window.apply(200)).isEqualTo(1);
        assertThat(Windows.automatic(image, 9, 9, 12, 12)).isEqualTo(Windows.automatic(image));
    }

    @Test
    void theFilesOwnWindowsComeFirst() {
        VoiTransform own = new Window("LUNG", -600, 1500, Function.LINEAR);
        SourceImage plain = image(ModalityTransform.IDENTITY, Optional.empty(), 0, 100);
        SourceImage image = new SourceImage(
                "a",
                plain.pixels(),
                ModalityTransform.IDENTITY,
                List.of(own),
                false,
                Optional.empty(),
                Optional.empty(),
                1,
                MADE);
        assertThat(Windows.presets(image).stream().map(VoiTransform::name))
                .containsExactly("LUNG", "As stored", "Automatic", "Full range");
        assertThat(Windows.presets(image(ModalityTransform.IDENTITY, Optional.empty(), 0, 256)).stream()
                        .map(VoiTransform::name))
                .containsExactly("Automatic", "Full range");
    }

    @Test
    void histogramCountsAndRanks() {
        Histogram histogram = Histogram.of(image(ModalityTransform.IDENTITY, Optional.empty(), 3, 5, 5, 9));
        assertThat(histogram.total()).isEqualTo(4);
        assertThat(histogram.bins()).isEqualTo(7);
        assertThat(histogram.count(2)).isEqualTo(2);
        assertThat(histogram.stored(2)).isEqualTo(5);
        assertThat(histogram.percentile(0)).isEqualTo(3);
        assertThat(histogram.percentile(25)).isEqualTo(3);
        assertThat(histogram.percentile(26)).isEqualTo(5);
        assertThat(histogram.percentile(100)).isEqualTo(9);
    }

    @Test
    void histogramOfTheWidestRange() {
        Histogram histogram =
                Histogram.of(image(ModalityTransform.IDENTITY, Optional.empty(), Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertThat(histogram.bins()).isEqualTo(65536);
        assertThat(histogram.count(0)).isEqualTo(1);
        assertThat(histogram.count(65535)).isEqualTo(1);
        assertThat(histogram.stored(65535)).isEqualTo(Integer.MAX_VALUE - 65535);
    }

    @Test
    void paddingAloneHasNoPercentile() {
        Optional<SourceImage.Padding> padding = Optional.of(new SourceImage.Padding(5, 5));
        Histogram histogram = Histogram.of(image(ModalityTransform.IDENTITY, padding, 5));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> histogram.percentile(50));
    }

    private static SourceImage image(ModalityTransform modality, Optional<SourceImage.Padding> padding, int... values) {
        PixelBlock pixels = PixelBlock.ofInts(values.length, 1, 1, values);
        return new SourceImage("a", pixels, modality, List.of(), false, padding, Optional.empty(), 1, MADE);
    }
}
