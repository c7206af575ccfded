package org.nlcen.metric;

import org.junit.jupiter.api.Test;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelSpacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LungAreasTest {
    @Test
    void twoLungsOffTheMiddle() {
        LungAreas areas = LungAreas.of(boxes(40, 20, new int[][] {{2, 3, 8, 10}, {12, 3, 6, 10}}));
        assertThat(areas).isEqualTo(new LungAreas(80, 60, false));
        assertThat(areas.ratio()).hasValue(0.75);
        PixelSpacing spacing = new PixelSpacing(2, 5, PixelSpacing.Source.PATIENT);
        assertThat(areas.rightCm2(spacing)).isCloseTo(8, within(1e-12));
        assertThat(areas.leftCm2(spacing)).isCloseTo(6, within(1e-12));
    }

    @Test
    void specksCountWithTheirSide() {
        LungAreas areas = LungAreas.of(
                boxes(40, 20, new int[][] {{2, 3, 8, 10}, {30, 3, 6, 10}, {12, 15, 2, 1}, {25, 15, 1, 3}}));
        assertThat(areas).isEqualTo(new LungAreas(82, 63, false));
    }

    @Test
    void lungsThatTouchAreCutInTheMiddle() {
        LungAreas areas = LungAreas.of(boxes(40, 20, new int[][] {{5, 3, 10, 10}, {25, 3, 10, 10}, {15, 5, 10, 1}}));
        assertThat(areas).isEqualTo(new LungAreas(105, 105, true));
    }

    @Test
    void oneLungAlone() {
        assertThat(LungAreas.of(boxes(40, 20, new int[][] {{5, 3, 10, 10}}))).isEqualTo(new LungAreas(100, 0, false));
        LungAreas left = LungAreas.of(boxes(40, 20, new int[][] {{19, 3, 10, 10}, {2, 2, 1, 1}}));
        assertThat(left).isEqualTo(new LungAreas(1, 100, false));
        assertThat(LungAreas.of(boxes(40, 20, new int[][] {{25, 3, 10, 10}})).ratio())
                .isEmpty();
    }

    @Test
    void nothing() {
        assertThat(LungAreas.of(Mask.empty(8, 8))).isEqualTo(new LungAreas(0, 0, false));
    }

    @Test
    void cornersConnect() {
        Mask diagonal = Mask.of(3, 3, new boolean[] {true, false, false, false, true, false, false, false, true});
        assertThat(Components.of(diagonal)).hasSize(1);
        Components.Piece piece = Components.of(diagonal).get(0);
        assertThat(piece.area()).isEqualTo(3);
        assertThat(piece.centreX()).isEqualTo(1.5);
        assertThat(piece.centreY()).isEqualTo(1.5);
        Mask apart = Mask.of(3, 1, new boolean[] {true, false, true});
        assertThat(Components.of(apart)).hasSize(2);
    }

    /** Boxes of left, top, width, height. */
    private static Mask boxes(int width, int height, int[][] boxes) {
        boolean[] pixels = new boolean[width * height];
        for (int[] box : boxes) {
            for (int y = box[1]; y < box[1] + box[3]; y++) {
                for (int x = box[0]; x < box[0] + box[2]; x++) {
                    pixels[y * width + x] = true;
                }
            }
        }
        return Mask.of(width, height, pixels);
    }
}
