package org.nlcen.app.viewer;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaintersTest {
    private static final int SIZE = 256;
    private static final int OUTSIDE = 0xff123456;

    private final float[] clean = new float[SIZE * SIZE];
    private final float[] attacked = new float[SIZE * SIZE];
    private final ViewState view = new ViewState();

    private int[] paint(Painter painter, int width, int height) {
        int[] argb = new int[width * height];
        painter.paint(argb, width, height, view.on(painter.extent(), width, height), OUTSIDE);
        return argb;
    }

    @Test
    void atOneToOneEveryPixelIsItsOwnGreyLevel() {
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (i * 7) % 256;
        }
        int[] argb = paint(new InputPainter(clean, 1, 0, 255), SIZE, SIZE);
        for (int i = 0; i < argb.length; i++) {
            assertThat(argb[i]).isEqualTo(0xff000000 | ((i * 7) % 256) * 0x010101);
        }
    }

    @Test
    void aTurnedPictureIsReadAlongItsColumns() {
        clean[0] = 255;
        view.turn(1);
        int[] argb = paint(new InputPainter(clean, 1, 0, 255), SIZE, SIZE);
        // the top left corner goes to the top right
        assertThat(argb[SIZE - 1]).isEqualTo(0xffffffff);
        assertThat(argb[0]).isEqualTo(0xff000000);
    }

    @Test
    void whatLiesOutsideIsBackgroundAndALowHighExchangeInverts() {
        int[] argb = paint(new InputPainter(clean, 1, 255, 0), 2 * SIZE, SIZE);
        assertThat(argb[0]).isEqualTo(OUTSIDE);
        assertThat(argb[SIZE]).isEqualTo(0xffffffff);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 64", "2, 64", "3, 32", "8, 16", "16, 8", "16.5, 4", "32, 4"})
    void theGainIsTheLargestPowerOfTwoThatStaysInScale(double epsilon, int gain) {
        assertThat(PerturbationPainter.gainFor(epsilon)).isEqualTo(gain);
    }

    @Test
    void darkerIsBlueBrighterIsOrangeAndNothingIsDark() {
        attacked[0] = 16;
        attacked[1] = -16;
        int[] argb = paint(new PerturbationPainter(clean, attacked, 1, 8), SIZE, SIZE);
        assertThat(argb[0]).isEqualTo(0xffffa93b);
        assertThat(argb[1]).isEqualTo(0xff4a9dff);
        assertThat(argb[2]).isEqualTo(0xff15181c);
    }

    @Test
    void colourPerturbationsAreMidGreyPlusTheMagnifiedChange() {
        float[] before = new float[3 * SIZE * SIZE];
        float[] after = new float[3 * SIZE * SIZE];
        after[0] = 4;
        after[SIZE * SIZE] = -4;
        int[] argb = paint(new PerturbationPainter(before, after, 3, 8), SIZE, SIZE);
        assertThat(argb[0]).isEqualTo(0xff000000 | 160 << 16 | 96 << 8 | 128);
    }

    @Test
    void agreementTellsTheThreeCasesApart() {
        float[] predicted = new float[SIZE * SIZE];
        float[] reference = new float[SIZE * SIZE];
        fillColumns(predicted, 0, 100);
        fillColumns(reference, 50, 150);
        Painter dimmed = new DimmedPainter(new InputPainter(clean, 1, 0, 255));
        int[] argb = paint(
                new ComparisonPainter(
                        dimmed, new Foreground.Probabilities(predicted), new Foreground.Probabilities(reference), 0.78),
                SIZE,
                SIZE);
        assertThat(Agreement.of(true, true)).isEqualTo(Agreement.AGREE);
        int added = argb[128 * SIZE + 20];
        int agree = argb[128 * SIZE + 75];
        int missed = argb[128 * SIZE + 120];
        assertThat(added >> 16 & 0xff).as("vermilion is mostly red").isGreaterThan(2 * (added & 0xff));
        assertThat(agree & 0xff).as("blue").isGreaterThan(agree >> 16 & 0xff);
        assertThat(missed >> 8 & 0xff).as("yellow").isGreaterThan(2 * (missed & 0xff));
        assertThat(argb[128 * SIZE + 200] & 0xff).as("elsewhere the picture").isZero();
    }

    @Test
    void aStructureColoursWhereItIsAtLeastOneHalf() {
        Arrays.fill(clean, 100);
        float[] predicted = new float[SIZE * SIZE];
        predicted[1] = 0.49f;
        predicted[2] = 0.5f;
        Painter picture = new InputPainter(clean, 1, 0, 255);
        int[] argb = paint(
                new TintPainter(picture, new Foreground.Probabilities(predicted), 0xff8000, 0.5, false), SIZE, SIZE);
        assertThat(argb[1]).isEqualTo(0xff646464);
        // half of 100 and half of 255, 128 and 0
        assertThat(argb[2]).isEqualTo(0xff000000 | 177 << 16 | 114 << 8 | 50);
    }

    @Test
    void aDimmedPictureKeeps42PartsOf100() {
        Arrays.fill(clean, 200);
        int[] argb = paint(new DimmedPainter(new InputPainter(clean, 1, 0, 255)), SIZE, SIZE);
        // 107 of 256 parts, rounded down
        assertThat(argb[0]).isEqualTo(0xff535353);
    }

    private static void fillColumns(float[] plane, int from, int to) {
        for (int y = 0; y < SIZE; y++) {
            Arrays.fill(plane, y * SIZE + from, y * SIZE + to, 1);
        }
    }
}
