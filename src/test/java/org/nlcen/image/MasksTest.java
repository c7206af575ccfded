package org.nlcen.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MasksTest {
    @Test
    void sameSizeIsTheThreshold() {
        Random random = new Random(3);
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextInt(11) / 10f;
        }
        assertThat(Masks.toSource(map, new Geometry(256, 256))).isEqualTo(Mask.ofProbabilities(256, 256, map));
    }

    @Test
    void theEdgeLiesWhereInterpolationMeetsOneHalf() {
        // columns 0..9 are 0, from 10 on 0.8: between the centres 9.5 and 10.5 one half is met at 9.5 + 0.5 / 0.8 =
        // 10.125; at 1024 columns the first centre past 40.5 is 40.5 itself = (40 + 0.5), column 40
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            map[i] = i % 256 < 10 ? 0 : 0.8f;
        }
        Mask mask = Masks.toSource(map, new Geometry(1024, 300));
        for (int y = 0; y < 300; y += 23) {
            assertThat(mask.get(39, y)).isFalse();
            assertThat(mask.get(41, y)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2048,2048", "300,500", "100,80", "1,1", "257,255"})
    void plateausStayAndNothingElseAppears(int width, int height) {
        Geometry geometry = new Geometry(width, height);
        float[] map = new float[65536];
        assertThat(Masks.toSource(map, geometry).area()).isZero();
        Arrays.fill(map, 0.5f);
        assertThat(Masks.toSource(map, geometry).area()).isEqualTo(width * height);
        Arrays.fill(map, Float.NaN);
        assertThat(Masks.toSource(map, geometry).area()).isZero();
    }

    @Test
    void followsAPlaneExactly() {
        // p rises linearly with x: 0.5 at network x = 100, so at source x = 100 * 1000 / 256 = 390.625
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (0.5 + (i % 256 + 0.5 - 100) / 400);
        }
        Mask mask = Masks.toSource(map, new Geometry(1000, 4));
        assertThat(mask.get(389, 0)).isFalse();
        assertThat(mask.get(390, 0)).isFalse();
        assertThat(mask.get(391, 0)).isTrue();
    }

    @Test
    void refusesAnotherSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.toSource(new float[16], new Geometry(4, 4)));
    }

    @Test
    void aPixelAtLeastHalfCoveredBelongsToTheMask() {
        boolean[] pixels = new boolean[512 * 512];
        pixels[0] = true;
        pixels[1] = true;
        pixels[2] = true;
        Mask small = Masks.toNetwork(Mask.of(512, 512, pixels));
        assertThat(small.get(0, 0)).isTrue();
        assertThat(small.get(1, 0)).isFalse();
        assertThat(small.area()).isEqualTo(1);
    }

    @Test
    void goingUpAndDownAgainIsTheSameMask() {
        float[] map = new float[65536];
        for (int i = 0; i < map.length; i++) {
            map[i] = Math.hypot(i % 256 - 120, i / 256 - 140) < 60 ? 1 : 0;
        }
        Mask disc = Mask.ofProbabilities(256, 256, map);
        Mask again = Masks.toNetwork(Masks.toSource(map, new Geometry(1024, 768)));
        assertThat(again.intersection(disc)).isGreaterThan((int) (0.995 * disc.area()));
        assertThat(again.area()).isBetween((int) (0.995 * disc.area()), (int) (1.005 * disc.area()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPCLN001", "JPCLN006", "JPCLN100", "JPCNN001", "JPCNN010", "JPCNN048"})
    void reproducesTheTrainingMasks(String name) throws IOException {
        Mask full = RasterFiles.readMask(SharedData.path("jsrt/full/" + name + "_mask.png"));
        Mask small = RasterFiles.readMask(SharedData.path("jsrt/masks/" + name + ".png"));
        Mask made = Masks.toNetwork(full);
        int different = made.area() + small.area() - 2 * made.intersection(small);
        assertThat(different).isLessThanOrEqualTo(small.area() / 500);
    }
}
