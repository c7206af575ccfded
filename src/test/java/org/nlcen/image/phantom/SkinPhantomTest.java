package org.nlcen.image.phantom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.Contour;
import org.nlcen.image.Contours;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;

import static org.assertj.core.api.Assertions.assertThat;

class SkinPhantomTest {
    @Test
    // checksums from Java 17 and 25, compiled and interpreted
    void theSameSeedGivesTheSamePixelsOnEveryMachine() {
        Phantom phantom = SkinPhantom.of(0);
        assertThat(ChestPhantomTest.crc(phantom.image().pixels())).isEqualTo(3760879378L);
        assertThat(phantom.mask().area()).isEqualTo(159_528);
        assertThat(ChestPhantomTest.crc(SkinPhantom.of(1).image().pixels()))
                .isNotEqualTo(ChestPhantomTest.crc(phantom.image().pixels()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void aDarkLesionOnPaleSkin(long seed) {
        Phantom phantom = SkinPhantom.of(seed);
        PixelBlock pixels = phantom.image().pixels();
        Mask mask = phantom.mask();
        assertThat(pixels.width()).isEqualTo(1024);
        assertThat(pixels.height()).isEqualTo(768);
        assertThat(phantom.image().colour()).isTrue();
        assertThat(mask.area() / (1024.0 * 768)).isBetween(0.03, 0.45);
        double[] inside = new double[3];
        double[] ring = new double[3];
        int around = 0;
        int[] row = new int[3 * 1024];
        for (int y = 0; y < 768; y++) {
            pixels.readRow(y, row);
            for (int x = 0; x < 1024; x++) {
                boolean lesion = mask.get(x, y);
                boolean near = !lesion && near(mask, x, y);
                around += near ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    inside[c] += lesion ? row[3 * x + c] : 0;
                    ring[c] += near ? row[3 * x + c] : 0;
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            assertThat(inside[c] / mask.area()).isLessThan(ring[c] / around);
        }
        double largest =
                Contours.of(mask, 0).stream().mapToDouble(Contour::area).max().orElseThrow();
        assertThat(largest).as("one piece").isGreaterThan(0.98 * mask.area());
        // pigment takes blue and green before red
        assertThat(inside[2] / mask.area()).isLessThan(0.75 * inside[0] / mask.area());
    }

    private static boolean near(Mask mask, int x, int y) {
        int step = 60;
        return x >= step && mask.get(x - step, y)
                || x + step < mask.width() && mask.get(x + step, y)
                || y >= step && mask.get(x, y - step)
                || y + step < mask.height() && mask.get(x, y + step);
    }
}
