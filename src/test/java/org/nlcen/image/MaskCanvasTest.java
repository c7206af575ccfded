package org.nlcen.image;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.MaskCanvas.Patch;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;

class MaskCanvasTest {

    /** Rows from the top, "#" for foreground. */
    private static List<String> rows(MaskCanvas canvas) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < canvas.width() * canvas.height(); i++) {
            all.append(canvas.get(i) ? '#' : '.');
        }
        return all.toString()
                .lines()
                .flatMap(line -> List.of(line.split("(?<=\\G.{" + canvas.width() + "})")).stream())
                .toList();
    }

    private static MaskCanvas canvas(String... rows) {
        boolean[] pixels = new boolean[rows.length * rows[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#';
        }
        Mask mask = Mask.of(rows[0].length(), rows.length, pixels);
        return MaskCanvas.of(mask, mask.width(), mask.height());
    }

    @Test
    void aRoundBrushTakesThePixelsWhoseCentreItReaches() {
        MaskCanvas canvas = new MaskCanvas(5, 5);
        // from the centre of the middle pixel: its neighbours are 1 away, the diagonal ones 1.41
        canvas.brush(new Point(2.5, 2.5), new Point(2.5, 2.5), 1.2, 1.2, true);
        assertThat(rows(canvas)).containsExactly(".....", "..#..", ".###.", "..#..", ".....");
    }

    @Test
    void aStrokeLeavesNoGapsAndAnEraserTakesAway() {
        MaskCanvas canvas = new MaskCanvas(7, 3);
        canvas.brush(new Point(0.5, 1.5), new Point(6.5, 1.5), 0.6, 0.6, true);
        assertThat(rows(canvas)).containsExactly(".......", "#######", ".......");
        canvas.brush(new Point(3.5, 1.5), new Point(3.5, 1.5), 1.1, 1.1, false);
        assertThat(rows(canvas)).containsExactly(".......", "##...##", ".......");
    }

    @Test
    void onPixelsThatAreNotSquareTheBrushIsRoundForThePatient() {
        MaskCanvas canvas = new MaskCanvas(7, 5);
        // rows are twice as high as columns are wide
        canvas.brush(new Point(3.5, 2.5), new Point(3.5, 2.5), 2.4, 1.2, true);
        // one row off, the brush reaches 2.4 * sqrt(1 - 1 / 1.44) = 1.33 columns
        assertThat(rows(canvas)).containsExactly(".......", "..###..", ".#####.", "..###..", ".......");
    }

    @Test
    void aBrushBeyondTheEdgePaintsWhatIsThere() {
        MaskCanvas canvas = new MaskCanvas(3, 2);
        canvas.brush(new Point(-4, -4), new Point(0.5, 0.5), 1, 1, true);
        assertThat(rows(canvas)).containsExactly("##.", "#..");
    }

    @Test
    void anOutlineIsFilledByPixelCentres() {
        MaskCanvas canvas = new MaskCanvas(4, 4);
        canvas.fill(
                new Shape.Polygon(List.of(new Point(0, 0), new Point(4, 0), new Point(4, 4), new Point(0, 4))), true);
        canvas.fill(
                new Shape.Polygon(List.of(new Point(1, 1), new Point(3, 1), new Point(3, 3.4), new Point(1, 3.4))),
                false);
        assertThat(rows(canvas)).containsExactly("####", "#..#", "#..#", "####");
    }

    @Test
    void aHoleIsFilledAndAnIslandRemovedBySides() {
        MaskCanvas canvas = canvas("####..", "#..#..", "#.##..", "####.#", "......");
        canvas.flood(1, 2);
        assertThat(rows(canvas)).containsExactly("####..", "####..", "####..", "####.#", "......");
        canvas.flood(0, 0);
        assertThat(rows(canvas)).containsExactly("......", "......", "......", ".....#", "......");
    }

    @Test
    void floodingFindsTheWayAroundCorners() {
        MaskCanvas canvas = canvas(".#...", ".#.#.", ".#.#.", "...#.");
        canvas.flood(0, 0);
        assertThat(rows(canvas)).containsExactly("#####", "#####", "#####", "#####");
    }

    @Test
    void aStrokeIsTakenBackAndDoneAgainToThePixel() {
        MaskCanvas canvas = new MaskCanvas(300, 300);
        canvas.begin();
        canvas.brush(new Point(40, 40), new Point(80, 90), 9, 9, true);
        Patch first = canvas.end();
        Mask one = canvas.toMask();
        canvas.begin();
        canvas.brush(new Point(60, 60), new Point(200, 250), 5, 5, false);
        canvas.brush(new Point(60, 60), new Point(200, 250), 2, 2, true);
        Patch second = canvas.end();
        Mask two = canvas.toMask();
        assertThat(first.words().length).as("only the rows touched").isLessThan(300 * 70 / 64);
        canvas.exchange(second);
        assertThat(canvas.toMask()).isEqualTo(one);
        canvas.exchange(first);
        assertThat(canvas.toMask().area()).isZero();
        canvas.exchange(first);
        canvas.exchange(second);
        assertThat(canvas.toMask()).isEqualTo(two);
        canvas.begin();
        assertThat(canvas.end().words()).isEmpty();
    }

    @Test
    void aSmallerMaskIsStretchedByItsPixels() {
        MaskCanvas canvas = MaskCanvas.of(Mask.of(2, 1, new boolean[] {true, false}), 5, 2);
        // centres 0.5 to 2.5 of five lie on 0.2 to 1.0 of two: the third one falls on the second pixel
        assertThat(rows(canvas)).containsExactly("##...", "##...");
    }
}
