package org.nlcen.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MipPyramidTest {
    private static final SourceImage.Origin MADE = new SourceImage.Origin(Optional.empty(), "test", 0, 1);

    @Test
    void halvesAreRoundedMeansAlsoAtOddSizes() {
        int[] values = new int[67 * 67];
        values[0] = 1;
        values[1] = 2;
        values[67] = 3;
        values[68] = 4;
        values[66] = 8;
        values[66 + 67] = 5;
        values[67 * 67 - 1] = -7;
        MipPyramid pyramid = MipPyramid.of(plain(PixelBlock.ofInts(67, 67, 1, values)));
        assertThat(pyramid.levels()).isEqualTo(2);
        PixelBlock half = pyramid.level(1);
        assertThat(half.width()).isEqualTo(34);
        // (1 + 2 + 3 + 4) / 4 = 2.5 rounds up; the last column averages 8 and 5; the last pixel is alone
        assertThat(half.value(0, 0, 0)).isEqualTo(3);
        assertThat(half.value(33, 0, 0)).isEqualTo(7);
        assertThat(half.value(33, 33, 0)).isEqualTo(-7);
    }

    @Test
    void paddingIsNotMixedIn() {
        int[] values = new int[66 * 2];
        Arrays.fill(values, -1000);
        values[0] = 10;
        values[1] = 13;
        values[66] = 20;
        SourceImage image = new SourceImage(
                "a",
                PixelBlock.ofInts(66, 2, 1, values),
                ModalityTransform.IDENTITY,
                List.of(),
                false,
                Optional.of(new SourceImage.Padding(-1000, -1000)),
                Optional.empty(),
                1,
                MADE);
        PixelBlock half = MipPyramid.of(image).level(1);
        // 43 / 3 = 14.33
        assertThat(half.value(0, 0, 0)).isEqualTo(14);
        assertThat(half.value(1, 0, 0)).isEqualTo(-1000);
    }

    @Test
    void coloursAreAveragedApart() {
        byte[] values = new byte[66 * 66 * 3];
        values[0] = (byte) 200;
        values[4] = 100;
        values[66 * 3 + 2] = 40;
        PixelBlock half =
                MipPyramid.of(plain(PixelBlock.ofBytes(66, 66, 3, values))).level(1);
        assertThat(half.value(0, 0, 0)).isEqualTo(50);
        assertThat(half.value(0, 0, 1)).isEqualTo(25);
        assertThat(half.value(0, 0, 2)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0,255", "0,65535", "-32768,32767", "-40000,40000"})
    void everyRangeKeepsItsValues(int low, int high) {
        int[] values = new int[128 * 128];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = low + random.nextInt(high - low + 1);
        }
        values[0] = low;
        values[1] = high;
        PixelBlock block = block(low, high, values);
        PixelBlock half = MipPyramid.of(plain(block)).level(1);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                int i = 2 * y * 128 + 2 * x;
                double mean = ((double) values[i] + values[i + 1] + values[i + 128] + values[i + 129]) / 4;
                assertThat((double) half.value(x, y, 0)).isEqualTo(Math.floor(mean + 0.5));
            }
        }
    }

    private static PixelBlock block(int low, int high, int[] values) {
        if (high == 255) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return PixelBlock.ofBytes(128, 128, 1, bytes);
        }
        if (high == 40000) {
            return PixelBlock.ofInts(128, 128, 1, values);
        }
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return PixelBlock.ofShorts(128, 128, 1, shorts, low < 0);
    }

    @ParameterizedTest
    @CsvSource({"4,0", "1,0", "0.51,0", "0.5,1", "0.3,1", "0.25,2", "0.0001,5"})
    void theLevelHasAPixelForEachScreenPixel(double zoom, int level) {
        MipPyramid pyramid = MipPyramid.of(plain(PixelBlock.ofBytes(2048, 1, 1, new byte[2048])));
        assertThat(pyramid.levels()).isEqualTo(6);
        assertThat(pyramid.levelFor(zoom)).isEqualTo(level);
    }

    private static SourceImage plain(PixelBlock pixels) {
        return SourceImage.plain("a", pixels, MADE);
    }
}
