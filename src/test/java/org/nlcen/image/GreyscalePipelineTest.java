package org.nlcen.image;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;

class GreyscalePipelineTest {
    private static final Window AS_STORED = new Window("As stored", 128, 256, Function.LINEAR);

    @ParameterizedTest
    // PS3.3 C.11.2.1.2.1: y = ((x - (c - 0.5)) / (w - 1) + 0.5) * 255, so c 2048, w 4096 maps 0 to 0, 4095 to 255
    @CsvSource({
        "2048,4096,0,0",
        "2048,4096,4095,255",
        "2048,4096,2048,128",
        "100,11,94,0",
        "100,11,95,13",
        "100,11,99,115",
        "100,11,104,242",
        "100,11,105,255",
        "100,1,99,0",
        "100,1,100,255"
    })
    void linear(double center, double width, int stored, int shade) {
        assertThat(shade(new Window("a", center, width, Function.LINEAR), stored))
                .isEqualTo(shade);
    }

    @ParameterizedTest
    // C.11.2.1.3.2: y = ((x - c) / w + 0.5) * 255
    @CsvSource({"100,10,95,0", "100,20,91,13", "100,10,100,128", "100,10,104,230", "100,10,105,255", "100,10,300,255"})
    void linearExact(double center, double width, int stored, int shade) {
        assertThat(shade(new Window("a", center, width, Function.LINEAR_EXACT), stored))
                .isEqualTo(shade);
    }

    @ParameterizedTest
    // C.11.2.1.3.1: y = 255 / (1 + exp(-4 (x - c) / w)); at c +- w/2: 255 / (1 + e^-+2) = 224.6 and 30.4
    @CsvSource({"1000,200,1000,128", "1000,200,1100,225", "1000,200,900,30", "1000,200,4095,255", "1000,200,0,0"})
    void sigmoid(double center, double width, int stored, int shade) {
        assertThat(shade(new Window("a", center, width, Function.SIGMOID), stored))
                .isEqualTo(shade);
    }

    @Test
    void aWindowActsOnModalityValues() {
        SourceImage image =
                image(range(0, 2000), new ModalityTransform.Rescale(1, -1024, "HU"), false, Optional.empty());
        DisplayTable table = GreyscalePipeline.table(image, new Window("soft", 40, 400, Function.LINEAR_EXACT), false);
        assertThat(table.shade(1064)).isEqualTo(128);
        assertThat(table.shade(1064 - 200)).isZero();
        assertThat(table.shade(1064 + 200)).isEqualTo(255);
        assertThat(table.shade(1064 + 100)).isEqualTo(191);
    }

    @ParameterizedTest
    @CsvSource({"false,false,10", "true,false,245", "false,true,245", "true,true,10"})
    void storedInversionAndTheUsersCancelOut(boolean monochrome1, boolean invert, int shade) {
        SourceImage image = image(range(0, 255), ModalityTransform.IDENTITY, monochrome1, Optional.empty());
        assertThat(GreyscalePipeline.table(image, AS_STORED, invert).shade(10)).isEqualTo(shade);
    }

    @Test
    void paddingIsBlackInAnyCase() {
        Optional<SourceImage.Padding> padding = Optional.of(new SourceImage.Padding(0, 3));
        SourceImage image = image(range(0, 255), ModalityTransform.IDENTITY, true, padding);
        DisplayTable table = GreyscalePipeline.table(image, AS_STORED, false);
        assertThat(table.argb(3)).isEqualTo(0xff000000);
        assertThat(table.argb(4)).isEqualTo(0xfffbfbfb);
    }

    @Test
    void valuesOutsideThePictureTakeTheNearestEntry() {
        SourceImage image = image(range(50, 60), ModalityTransform.IDENTITY, false, Optional.empty());
        DisplayTable table = GreyscalePipeline.table(image, AS_STORED, false);
        assertThat(table.shade(Integer.MIN_VALUE)).isEqualTo(50);
        assertThat(table.shade(Integer.MAX_VALUE)).isEqualTo(60);
    }

    @Test
    void theWidestRangeFitsATable() {
        PixelBlock extremes = PixelBlock.ofInts(3, 1, 1, new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE});
        SourceImage image = image(extremes, ModalityTransform.IDENTITY, false, Optional.empty());
        DisplayTable table = GreyscalePipeline.table(image, Windows.fullRange(image), false);
        assertThat(table.shade(Integer.MIN_VALUE)).isZero();
        assertThat(table.shade(0)).isEqualTo(128);
        assertThat(table.shade(Integer.MAX_VALUE)).isEqualTo(255);
    }

    @Test
    void tablesOfTheFile() {
        VoiTransform.Lut lut = new VoiTransform.Lut("file", 10, new int[] {0, 1023, 4095}, 4095);
        SourceImage image = image(range(0, 255), ModalityTransform.IDENTITY, false, Optional.empty());
        DisplayTable table = GreyscalePipeline.table(image, lut, false);
        assertThat(table.shade(9)).isZero();
        assertThat(table.shade(10)).isZero();
        assertThat(table.shade(11)).isEqualTo(64);
        assertThat(table.shade(200)).isEqualTo(255);
    }

    @Test
    void rendersGreyAndColour() {
        int[] out = new int[2];
        SourceImage grey = image(range(7, 8), ModalityTransform.IDENTITY, false, Optional.empty());
        GreyscalePipeline.render(grey.pixels(), GreyscalePipeline.table(grey, AS_STORED, false), out);
        assertThat(out).containsExactly(0xff070707, 0xff080808);
        PixelBlock rgb = PixelBlock.ofBytes(2, 1, 3, new byte[] {1, 2, 3, (byte) 255, (byte) 254, 0});
        SourceImage colour = image(rgb, ModalityTransform.IDENTITY, false, Optional.empty());
        GreyscalePipeline.render(rgb, GreyscalePipeline.table(colour, AS_STORED, false), out);
        assertThat(out).containsExactly(0xff010203, 0xfffffe00);
        GreyscalePipeline.render(rgb, GreyscalePipeline.table(colour, AS_STORED, true), out);
        assertThat(out).containsExactly(0xfffefdfc, 0xff0001ff);
    }

    private static int shade(VoiTransform voi, int stored) {
        SourceImage image = image(range(0, 4095), ModalityTransform.IDENTITY, false, Optional.empty());
        return GreyscalePipeline.table(image, voi, false).shade(stored);
    }

    private static PixelBlock range(int low, int high) {
        int[] values = new int[high - low + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + i;
        }
        return PixelBlock.ofInts(values.length, 1, 1, values);
    }

    private static SourceImage image(
            PixelBlock pixels, ModalityTransform modality, boolean inverted, Optional<SourceImage.Padding> padding) {
        SourceImage.Origin origin = new SourceImage.Origin(Optional.empty(), "test", 0, 1);
        return new SourceImage("a", pixels, modality, List.of(), inverted, padding, Optional.empty(), 1, origin);
    }
}
