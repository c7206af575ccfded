package org.nlcen.image.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.RasterFiles;
import org.nlcen.metric.LungAreas;
import org.nlcen.metric.Overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ChestPhantomTest {
    @Test
    // checksums from Java 17 and 25, compiled and interpreted
    void theSameSeedGivesTheSamePixelsOnEveryMachine() {
        Phantom phantom = ChestPhantom.of(0);
        assertThat(crc(phantom.image().pixels())).isEqualTo(1738707576L);
        assertThat(phantom.mask().area()).isEqualTo(261_818);
        assertThat(crc(ChestPhantom.of(1).image().pixels()))
                .isNotEqualTo(crc(phantom.image().pixels()));
    }

    @Test
    void comesAsARadiographOfTwelveBits() {
        Phantom phantom = ChestPhantom.of(3);
        PixelBlock pixels = phantom.image().pixels();
        assertThat(pixels.width()).isEqualTo(1024);
        assertThat(pixels.height()).isEqualTo(1024);
        assertThat(pixels.minimum()).isNotNegative();
        assertThat(pixels.maximum()).isBetween(3000, 4095);
        assertThat(phantom.image().spacing()).contains(new PixelSpacing(0.35, 0.35, PixelSpacing.Source.DETECTOR));
        assertThat(phantom.image().origin().format()).isEqualTo("phantom");
        assertThat(phantom.image().inverted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void hasTwoDarkLungsOfPlausibleSize(long seed) {
        Phantom phantom = ChestPhantom.of(seed);
        LungAreas lungs = LungAreas.of(phantom.mask());
        PixelSpacing spacing = phantom.image().spacing().orElseThrow();
        assertThat(lungs.joined()).isFalse();
        assertThat(lungs.rightCm2(spacing)).isBetween(120.0, 330.0);
        assertThat(lungs.ratio().orElseThrow()).isBetween(0.6, 1.1);
        Mask mask = Masks.toNetwork(phantom.mask());
        float[] shown = NetworkInputs.of(phantom.image(), false).values();
        double lung = mean(shown, mask);
        double rest = mean(shown, mask.inverse());
        // real ones of this kind: lungs 169 with deviation 19 between patients, the rest 202
        assertThat(lung).isBetween(130.0, 190.0);
        assertThat(rest).isBetween(185.0, 225.0);
    }

    @Test
    void lungsLieWhereRealOnesDo() throws IOException {
        Path folder = Path.of("..", "shared", "data", "jsrt", "masks");
        assumeTrue(Files.isDirectory(folder), () -> "real masks are not at hand: " + folder);
        double[] real = new double[65536];
        int count = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                add(real, RasterFiles.readMask(file));
                count++;
            }
        }
        double[] made = new double[65536];
        for (long seed = 100; seed < 148; seed++) {
            add(made, Masks.toNetwork(ChestPhantom.mask(ChestPhantom.shape(seed))));
        }
        double difference = 0;
        for (int i = 0; i < real.length; i++) {
            difference += Math.abs(real[i] / count - made[i] / 48) / real.length;
        }
        // mean maps of where lungs lie; two halves of the real collection differ by about 0.01
        assertThat(difference).isLessThan(0.04);
        assertThat(Overlap.of(half(made, 48), half(real, count)).dic()).isGreaterThan(0.95);
    }

    @Test
    void greyLevelsAreSpreadAsInRealPictures() {
        int[] bins = new int[16];
        for (long seed = 0; seed < 4; seed++) {
            for (float value :
                    NetworkInputs.of(ChestPhantom.of(seed).image(), false).values()) {
                bins[(int) value / 16]++;
            }
        }
        double total = 4 * 65536.0;
        // real ones: 0.02 black, 0.26 between 112 and 176, 0.50 from 208 on
        assertThat(bins[0] / total).isCloseTo(0.03, within(0.03));
        assertThat((bins[7] + bins[8] + bins[9] + bins[10]) / total).isCloseTo(0.27, within(0.08));
        assertThat((bins[13] + bins[14] + bins[15]) / total).isCloseTo(0.5, within(0.1));
    }

    private static Mask half(double[] sums, int count) {
        boolean[] pixels = new boolean[sums.length];
        for (int i = 0; i < sums.length; i++) {
            pixels[i] = sums[i] >= count / 2.0;
        }
        return Mask.of(256, 256, pixels);
    }

    private static void add(double[] sums, Mask mask) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += mask.get(i) ? 1 : 0;
        }
    }

    private static double mean(float[] values, Mask mask) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += mask.get(i) ? values[i] : 0;
        }
        return sum / mask.area();
    }

    static long crc(PixelBlock pixels) {
        CRC32 crc = new CRC32();
        int[] row = new int[pixels.width() * pixels.samples()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            for (int value : row) {
                crc.update(value >> 8);
                crc.update(value);
            }
        }
        return crc.getValue();
    }
}
