package org.nlcen.app.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.nlcen.app.viewer.OverlayModel.Comparison;
import org.nlcen.app.viewer.OverlayModel.Outline;
import org.nlcen.app.viewer.OverlayStyle.Mode;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

import static org.assertj.core.api.Assertions.assertThat;

class ForegroundTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 451;
    private static final int GREY = 0xff808080;

    /** A hilly map whose half-level line winds through the whole square. */
    private static float[] hills() {
        float[] plane = new float[256 * 256];
        for (int i = 0; i < plane.length; i++) {
            double x = i % 256;
            double y = i / 256;
            plane[i] = (float) (0.5 + 0.4 * Math.sin(x / 17) * Math.cos(y / 23) + 0.1 * Math.sin(x * y / 900));
        }
        return plane;
    }

    private static ViewTransform oneToOne(int turns, boolean mirrored) {
        boolean sideways = turns % 2 == 1;
        return new ViewTransform(
                WIDTH,
                HEIGHT,
                1,
                sideways ? HEIGHT : WIDTH,
                sideways ? WIDTH : HEIGHT,
                1,
                new Point(WIDTH / 2.0, HEIGHT / 2.0),
                turns,
                mirrored);
    }

    private static boolean[][] read(Foreground foreground, ViewTransform view) {
        int width = (int) view.viewWidth();
        int height = (int) view.viewHeight();
        Foreground.Reader reader = foreground.reader(view, width, height);
        boolean[][] all = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            reader.read(y, all[y]);
        }
        return all;
    }

    @Test
    void aNetworksAnswerIsInterpolatedOnTheFullImageAndThenThresholded() {
        float[] plane = hills();
        Mask expected = Masks.toSource(plane, new Geometry(WIDTH, HEIGHT));
        boolean[][] shown = read(new Foreground.Probabilities(plane), oneToOne(0, false));
        int different = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                different += shown[y][x] == expected.get(x, y) ? 0 : 1;
            }
        }
        // single and double precision may part where the map is one half to the last digit
        assertThat(different).isLessThanOrEqualTo(3);
    }

    @Test
    void turnedAndMirroredPanesReadTheSameStructure() {
        Mask mask = Masks.toSource(hills(), new Geometry(WIDTH, HEIGHT));
        for (int turns = 0; turns < 4; turns++) {
            for (boolean mirrored : new boolean[] {false, true}) {
                ViewTransform view = oneToOne(turns, mirrored);
                boolean[][] shown = read(Foreground.of(mask), view);
                for (Point place : List.of(new Point(3.5, 7.5), new Point(321.5, 200.5), new Point(590.5, 440.5))) {
                    Point screen = view.toScreen(place);
                    assertThat(shown[(int) screen.y()][(int) screen.x()])
                            .as("turns %d mirrored %s at %s", turns, mirrored, place)
                            .isEqualTo(mask.get((int) place.x(), (int) place.y()));
                }
            }
        }
    }

    @Test
    void aMaskOfAnotherSizeCoversTheWholeImage() {
        // three columns on six hundred: each is two hundred wide
        Foreground middle = Foreground.of(Mask.of(3, 1, new boolean[] {false, true, false}));
        boolean[][] shown = read(middle, oneToOne(0, false));
        for (boolean[] line : List.of(shown[0], shown[HEIGHT - 1])) {
            assertThat(line[199]).isFalse();
            assertThat(line[200]).isTrue();
            assertThat(line[399]).isTrue();
            assertThat(line[400]).isFalse();
        }
    }

    private record Flat() implements Painter {
        @Override
        public Extent extent() {
            return new Extent(4, 1, 1);
        }

        @Override
        public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
            Arrays.fill(argb, GREY);
        }
    }

    private static int[] paint(Painter painter) {
        int[] argb = new int[4];
        painter.paint(argb, 4, 1, new ViewTransform(4, 1, 1, 4, 1, 1, new Point(2, 0.5), 0, false), 0);
        return argb;
    }

    private static Outline outline(String id, boolean... pixels) {
        return new Outline(id, id, "", Color.BLUE, List.of(), Foreground.of(Mask.of(4, 1, pixels)));
    }

    @Test
    void surfacesAndComparisonsAreLaidOverThePicture() {
        OverlayModel overlay = new OverlayModel();
        overlay.show(List.of(outline("a", false, true, true, false), outline("b", false, false, true, true)));
        assertThat(paint(overlay.over(new Flat()))).containsOnly(GREY);
        overlay.styles().put("a", OverlayStyle.DEFAULT.with(Mode.FILL).with(Color.RED));
        int[] tinted = paint(overlay.over(new Flat()));
        assertThat(tinted[0]).isEqualTo(GREY);
        // 0.45 of red: 115 parts of 256 red, the rest 128 grey
        assertThat(tinted[1]).isEqualTo(0xff000000 | (128 * 141 + 255 * 115) / 256 << 16 | 0x4646);
        overlay.styles().put("a", OverlayStyle.DEFAULT.with(Mode.FILL).with(false));
        assertThat(paint(overlay.over(new Flat()))).containsOnly(GREY);
        overlay.comparisonProperty().set(Optional.of(new Comparison("a", "b")));
        int[] compared = paint(overlay.over(new Flat()));
        assertThat(compared[0]).isEqualTo(GREY);
        assertThat(compared[1]).isEqualTo(Argb.blend(GREY, Agreement.ADDED.argb(), 0.55));
        assertThat(compared[2]).isEqualTo(Argb.blend(GREY, Agreement.AGREE.argb(), 0.55));
        assertThat(compared[3]).isEqualTo(Argb.blend(GREY, Agreement.MISSED.argb(), 0.55));
        overlay.visibleProperty().set(false);
        assertThat(paint(overlay.over(new Flat()))).containsOnly(GREY);
    }

    @Test
    void stylesComeBackFromThePreferences() {
        OverlayStyle style = OverlayStyle.DEFAULT
                .with(Mode.BOTH)
                .with(Color.web("#e69f00"))
                .with(0.3)
                .with(false);
        Map<String, OverlayStyle> kept = OverlayStyles.read(OverlayStyles.save(Map.of("unet-lung", style)));
        assertThat(kept).containsExactly(Map.entry("unet-lung", style));
        var damaged = OverlayStyles.save(Map.of("x", style));
        damaged.get("x").mode = "CIRCUS";
        assertThat(OverlayStyles.read(damaged)).containsExactly(Map.entry("x", OverlayStyle.DEFAULT));
    }
}
