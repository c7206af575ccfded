package org.nlcen.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class NetworkInputsTest {
    private static final int AREA = NetworkInput.SIZE * NetworkInput.SIZE;
    private static final SourceImage.Origin MADE = new SourceImage.Origin(Optional.empty(), "test", 0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"JPCLN001", "JPCLN006", "JPCLN100", "JPCNN001", "JPCNN010", "JPCNN048"})
    void reproducesTheTrainingPicturesGreyLevelForGreyLevel(String name) throws IOException {
        SourceImage full = RasterFiles.read(SharedData.path("jsrt/full/" + name + ".png"));
        SourceImage small = RasterFiles.read(SharedData.path("jsrt/images/" + name + ".png"));
        float[] made = NetworkInputs.of(full, false).values();
        int[] row = new int[NetworkInput.SIZE];
        for (int y = 0; y < NetworkInput.SIZE; y++) {
            small.pixels().readRow(y, row);
            for (int x = 0; x < NetworkInput.SIZE; x++) {
                assertThat(made[y * NetworkInput.SIZE + x]).isEqualTo(row[x]);
            }
        }
    }

    @Test
    void aTrainingPictureIsItsOwnInput() throws IOException {
        int changed = 0;
        try (var files = Files.list(SharedData.path("jsrt/images"))) {
            for (Path file : files.sorted().toList()) {
                SourceImage image = RasterFiles.read(file);
                float[] again = NetworkInputs.of(image, false).values();
                float[] prepared = NetworkInputs.prepared(image).values();
                double worst = 0;
                for (int i = 0; i < AREA; i++) {
                    int stored = image.pixels().value(i % 256, i / 256, 0);
                    assertThat(prepared[i]).isEqualTo(stored);
                    worst = Math.max(worst, Math.abs(again[i] - stored));
                }
                // where grey levels are sparse around the percentile, interpolation between ranks finds another one
                assertThat(worst).as("%s", file.getFileName()).isLessThanOrEqualTo(4);
                changed += worst > 0 ? 1 : 0;
            }
        }
        assertThat(changed).isLessThanOrEqualTo(1);
    }

    @Test
    void preparedPicturesAreTakenAsTheyAre() {
        PixelBlock colour = NetworkInputs.toPixels(noiseInput(3), 3);
        assertThat(NetworkInputs.prepared(SourceImage.plain("a", colour, MADE)).values())
                .isEqualTo(noiseInput(3));
        SourceImage large = SourceImage.plain("large", noise(300, 256), MADE);
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkInputs.prepared(large));
        SourceImage deep = SourceImage.plain("deep", noise(256, 256), MADE);
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkInputs.prepared(deep));
    }

    @Test
    void stretchRunsFromTheFirstToTheNinetyNinthPercentile() {
        // 65536 different values 0..65535: percentiles at ranks 655.35 and 64879.65
        short[] values = new short[AREA];
        for (int i = 0; i < AREA; i++) {
            values[i] = (short) i;
        }
        float[] made = grey(PixelBlock.ofShorts(256, 256, 1, values, false));
        for (int i = 0; i < AREA; i += 97) {
            double expected = Math.max(0, Math.min(255, (i - 655.35) / (64879.65 - 655.35) * 255));
            assertThat((double) made[i]).isEqualTo(Math.rint(expected));
        }
        assertThat(made[655]).isZero();
        assertThat(made[64880]).isEqualTo(255);
    }

    @Test
    void averagesEachPixelsArea() {
        // every 256x256 cell holds four values around its index on a diagonal; the means are the indices
        int[] values = new int[512 * 512];
        for (int i = 0; i < values.length; i++) {
            int x = i % 512;
            int y = i / 512;
            values[i] = 100 * (x / 2 + y / 2) + (x % 2 == y % 2 ? 37 : -37);
        }
        int[] means = new int[AREA];
        Arrays.setAll(means, i -> 100 * (i % 256 + i / 256));
        assertThat(grey(PixelBlock.ofInts(512, 512, 1, values))).isEqualTo(grey(PixelBlock.ofInts(256, 256, 1, means)));
    }

    @Test
    void invertedPicturesAreTurned() {
        PixelBlock pixels = noise(300, 200);
        SourceImage plain = SourceImage.plain("a", pixels, MADE);
        SourceImage inverted = with(plain, ModalityTransform.IDENTITY, true, Optional.empty());
        float[] a = NetworkInputs.of(plain, false).values();
        float[] b = NetworkInputs.of(inverted, false).values();
        for (int i = 0; i < AREA; i++) {
            assertThat(b[i]).isCloseTo(255 - a[i], within(1f));
        }
    }

    @Test
    void modalityComesFirst() {
        SourceImage plain = SourceImage.plain("a", noise(256, 256), MADE);
        ModalityTransform falling = new ModalityTransform.Rescale(-2, 5000, "");
        assertThat(NetworkInputs.of(with(plain, falling, true, Optional.empty()), false)
                        .values())
                .isEqualTo(NetworkInputs.of(plain, false).values());
    }

    @Test
    void paddingHasNoPartInAveragesAndPercentiles() {
        // a 4x2 block per pixel; one value of each block is padding, and a whole corner is
        PixelBlock inner = noise(256, 256);
        int[] padded = new int[1024 * 512];
        for (int i = 0; i < padded.length; i++) {
            int x = i % 1024 / 4;
            int y = i / 1024 / 2;
            boolean corner = x < 20 && y < 20;
            padded[i] = corner || i % 4 == 3 ? -2000 : inner.value(x, y, 0);
        }
        int[] cornerless = new int[AREA];
        Arrays.setAll(cornerless, i -> i % 256 < 20 && i / 256 < 20 ? -2000 : inner.value(i % 256, i / 256, 0));
        Optional<SourceImage.Padding> padding = Optional.of(new SourceImage.Padding(-2000, -2000));
        float[] made = NetworkInputs.of(image(PixelBlock.ofInts(1024, 512, 1, padded), padding), false)
                .values();
        float[] expected = NetworkInputs.of(image(PixelBlock.ofInts(256, 256, 1, cornerless), padding), false)
                .values();
        assertThat(made).isEqualTo(expected);
        assertThat(made[0]).isZero();
        assertThat(made[5 * 256 + 5]).isZero();
    }

    @Test
    void picturesWithoutContrastGiveNumbers() {
        byte[] same = new byte[40 * 30];
        Arrays.fill(same, (byte) 200);
        assertThat(grey(PixelBlock.ofBytes(40, 30, 1, same))).containsOnly(0f);
        Optional<SourceImage.Padding> all = Optional.of(new SourceImage.Padding(0, 255));
        assertThat(NetworkInputs.of(image(PixelBlock.ofBytes(40, 30, 1, same), all), false)
                        .values())
                .containsOnly(0f);
        byte[] speck = new byte[AREA];
        speck[1000] = 9;
        float[] made = grey(PixelBlock.ofBytes(256, 256, 1, speck));
        assertThat(made[1000]).isEqualTo(255);
        assertThat(made[0]).isZero();
    }

    @Test
    void colourIsAveragedWithoutAStretch() {
        byte[] rgb = new byte[512 * 256 * 3];
        for (int i = 0; i < 512 * 256; i++) {
            rgb[3 * i] = (byte) (i % 2 == 0 ? 100 : 103);
            rgb[3 * i + 1] = (byte) 200;
            rgb[3 * i + 2] = (byte) 50;
        }
        SourceImage image = SourceImage.plain("a", PixelBlock.ofBytes(512, 256, 3, rgb), MADE);
        NetworkInput input = NetworkInputs.of(image, true);
        assertThat(input.channels()).isEqualTo(3);
        assertThat(input.geometry()).isEqualTo(new Geometry(512, 256));
        // 101.5 is a tie, rounded to even
        assertThat(Arrays.copyOfRange(input.values(), 0, AREA)).containsOnly(102f);
        assertThat(Arrays.copyOfRange(input.values(), AREA, 2 * AREA)).containsOnly(200f);
        assertThat(Arrays.copyOfRange(input.values(), 2 * AREA, 3 * AREA)).containsOnly(50f);
    }

    @Test
    void aGreyPictureServesAColourNetworkThreefold() {
        SourceImage image = SourceImage.plain("a", noise(300, 280), MADE);
        float[] grey = NetworkInputs.of(image, false).values();
        float[] three = NetworkInputs.of(image, true).values();
        for (int channel = 0; channel < 3; channel++) {
            assertThat(Arrays.copyOfRange(three, channel * AREA, (channel + 1) * AREA))
                    .isEqualTo(grey);
        }
    }

    @Test
    void aColourPictureServesAGreyNetworkByItsLuminance() {
        Random random = new Random(5);
        byte[] rgb = new byte[AREA * 3];
        random.nextBytes(rgb);
        int[] luminance = new int[AREA];
        for (int i = 0; i < AREA; i++) {
            luminance[i] = 299 * (rgb[3 * i] & 255) + 587 * (rgb[3 * i + 1] & 255) + 114 * (rgb[3 * i + 2] & 255);
        }
        float[] expected = grey(PixelBlock.ofInts(256, 256, 1, luminance));
        float[] made = grey(PixelBlock.ofBytes(256, 256, 3, rgb));
        for (int i = 0; i < AREA; i++) {
            assertThat(made[i]).isCloseTo(expected[i], within(1f));
        }
    }

    @Test
    void smallPicturesGrowByInterpolation() {
        float[] made = grey(PixelBlock.ofBytes(2, 1, 1, new byte[] {0, (byte) 200}));
        for (int x = 1; x < 256; x++) {
            assertThat(made[x]).isGreaterThanOrEqualTo(made[x - 1]);
            assertThat(made[255 * 256 + x]).isEqualTo(made[x]);
        }
        assertThat(made[127]).isCloseTo(127f, within(1f));
    }

    @Test
    void pixelsRoundAndClip() {
        float[] values = new float[3 * AREA];
        values[0] = 12.6f;
        values[AREA] = -3;
        values[2 * AREA] = 300;
        PixelBlock pixels = NetworkInputs.toPixels(values, 3);
        assertThat(pixels.value(0, 0, 0)).isEqualTo(13);
        assertThat(pixels.value(0, 0, 1)).isZero();
        assertThat(pixels.value(0, 0, 2)).isEqualTo(255);
    }

    private static float[] grey(PixelBlock pixels) {
        return NetworkInputs.of(SourceImage.plain("a", pixels, MADE), false).values();
    }

    private static SourceImage image(PixelBlock pixels, Optional<SourceImage.Padding> padding) {
        return with(SourceImage.plain("a", pixels, MADE), ModalityTransform.IDENTITY, false, padding);
    }

    private static SourceImage with(
            SourceImage image, ModalityTransform modality, boolean inverted, Optional<SourceImage.Padding> padding) {
        return new SourceImage(
                image.name(), image.pixels(), modality, List.of(), inverted, padding, Optional.empty(), 1, MADE);
    }

    private static float[] noiseInput(int channels) {
        Random random = new Random(2);
        float[] values = new float[channels * AREA];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        return values;
    }

    private static PixelBlock noise(int width, int height) {
        Random random = new Random(11);
        short[] values = new short[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt(4096);
        }
        return PixelBlock.ofShorts(width, height, 1, values, false);
    }
}
