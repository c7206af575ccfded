package org.nlcen.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.ViewportRenderer.Sampling;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ViewportRendererTest {
    private static final SourceImage.Origin MADE = new SourceImage.Origin(Optional.empty(), "test", 0, 1);
    private static final Window AS_STORED = new Window("a", 128, 256, Function.LINEAR);
    private static final int BACKGROUND = 0x12345678;

    @ParameterizedTest
    // image rows 1 2 3 / 4 5 6, as read by hand off a sheet of paper
    @CsvSource({
        "0,false,123456",
        "1,false,415263",
        "2,false,654321",
        "3,false,362514",
        "0,true,321654",
        "1,true,635241",
        "2,true,456123",
        "3,true,142536"
    })
    void orientations(int turns, boolean mirrored, String expected) {
        SourceImage image = SourceImage.plain("a", PixelBlock.ofBytes(3, 2, 1, new byte[] {1, 2, 3, 4, 5, 6}), MADE);
        int width = turns % 2 == 0 ? 3 : 2;
        int height = 5 - width;
        for (Sampling sampling : Sampling.values()) {
            ViewTransform view = new ViewTransform(3, 2, 1, width, height, 1, new Point(1.5, 1), turns, mirrored);
            int[] out = render(image, view, sampling, width, height);
            StringBuilder text = new StringBuilder();
            Arrays.stream(out).forEach(argb -> text.append(argb & 0xff));
            assertThat(text).hasToString(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void equalsTheMappingOfEachPixel(long seed) {
        Random random = new Random(seed);
        int samples = random.nextBoolean() ? 1 : 3;
        byte[] values = new byte[150 * 90 * samples];
        random.nextBytes(values);
        SourceImage image = SourceImage.plain("a", PixelBlock.ofBytes(150, 90, samples, values), MADE);
        ViewTransform view = new ViewTransform(
                150,
                90,
                1,
                80,
                60,
                Math.exp(random.nextDouble() * 5 - 3),
                new Point(random.nextDouble() * 150, random.nextDouble() * 90),
                random.nextInt(4),
                random.nextBoolean());
        MipPyramid pyramid = MipPyramid.of(image);
        int level = pyramid.levelFor(view.zoom());
        for (Sampling sampling : Sampling.values()) {
            int[] out = render(image, view, sampling, 80, 60);
            for (int i = 0; i < out.length; i++) {
                Point at = view.toImage(new Point(i % 80 + 0.5, i / 80 + 0.5));
                if (at.x() < 0 || at.y() < 0 || at.x() >= 150 || at.y() >= 90) {
                    assertThat(out[i]).isEqualTo(BACKGROUND);
                    continue;
                }
                for (int s = 0; s < samples; s++) {
                    double expected = sample(
                            pyramid.level(level), Math.scalb(at.x(), -level), Math.scalb(at.y(), -level), s, sampling);
                    int shift = samples == 1 ? 0 : 16 - 8 * s;
                    assertThat((double) (out[i] >> shift & 0xff)).isCloseTo(expected, within(0.501));
                }
            }
        }
    }

    private static double sample(PixelBlock pixels, double x, double y, int s, Sampling sampling) {
        int right = pixels.width() - 1;
        int bottom = pixels.height() - 1;
        if (sampling == Sampling.NEAREST) {
            return pixels.value(Math.min(right, (int) x), Math.min(bottom, (int) y), s);
        }
        double u = Math.max(0, Math.min(right, x - 0.5));
        double v = Math.max(0, Math.min(bottom, y - 0.5));
        int left = (int) u;
        int top = (int) v;
        double upper = pixels.value(left, top, s) * (1 - u + left)
                + pixels.value(Math.min(right, left + 1), top, s) * (u - left);
        double lower = pixels.value(left, Math.min(bottom, top + 1), s) * (1 - u + left)
                + pixels.value(Math.min(right, left + 1), Math.min(bottom, top + 1), s) * (u - left);
        return upper * (1 - v + top) + lower * (v - top);
    }

    @Test
    void paddingIsNotBlendedWithTheImage() {
        int[] values = {-2000, 100, 100, -2000, 100, 100};
        SourceImage image = new SourceImage(
                "a",
                PixelBlock.ofInts(3, 2, 1, values),
                ModalityTransform.IDENTITY,
                List.of(),
                true,
                Optional.of(new SourceImage.Padding(-2000, -2000)),
                Optional.empty(),
                1,
                MADE);
        ViewTransform view = ViewTransform.fitting(image, 30, 20);
        int[] out = render(image, view, Sampling.BILINEAR, 30, 20);
        assertThat(Arrays.stream(out).map(argb -> argb & 0xff).distinct().toArray())
                .containsExactlyInAnyOrder(0, 155);
        assertThat(out[9]).isEqualTo(0xff000000);
        assertThat(out[10]).isEqualTo(0xff9b9b9b);
    }

    @Test
    void aReducedViewShowsMeans() {
        byte[] checks = new byte[256 * 256];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = (byte) ((i + i / 256) % 2 == 0 ? 0 : 200);
        }
        SourceImage image = SourceImage.plain("a", PixelBlock.ofBytes(256, 256, 1, checks), MADE);
        int[] out = render(image, ViewTransform.fitting(image, 64, 64), Sampling.NEAREST, 64, 64);
        assertThat(out).containsOnly(0xff646464);
    }

    @Test
    void masksTintTheirPixels() {
        Mask mask = Mask.of(2, 1, new boolean[] {false, true});
        SourceImage image = SourceImage.plain("a", PixelBlock.ofBytes(2, 1, 1, new byte[] {100, 100}), MADE);
        ViewTransform view = ViewTransform.fitting(image, 4, 2);
        int[] out = render(image, view, Sampling.NEAREST, 4, 2);
        ViewportRenderer.tint(mask, view, 0xff0080, 0.5, out, 4, 2);
        // (100 + 255) / 2 = 177, 100 / 2 = 50, (100 + 128) / 2 = 114
        assertThat(out)
                .containsExactly(
                        0xff646464, 0xff646464, 0xffb13272, 0xffb13272, 0xff646464, 0xff646464, 0xffb13272, 0xffb13272);
        ViewportRenderer.tint(mask, view, 0x010203, 1, out, 4, 2);
        assertThat(out[2]).isEqualTo(0xff010203);
        ViewportRenderer.tint(mask, view.turnedBy(2), 0xffffff, 1, out, 4, 2);
        assertThat(out[0]).isEqualTo(0xffffffff);
        assertThat(out[2]).isEqualTo(0xff010203);
    }

    private static int[] render(SourceImage image, ViewTransform view, Sampling sampling, int width, int height) {
        int[] out = new int[width * height];
        DisplayTable table = GreyscalePipeline.table(image, AS_STORED, false);
        ViewportRenderer.render(MipPyramid.of(image), table, view, sampling, BACKGROUND, out, width, height);
        return out;
    }
}
