package org.nlcen.app.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.Touch;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.PixelSpacing.Source;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.ViewTransform;
import org.nlcen.image.measure.Ruler;
import org.nlcen.image.measure.Ruler.Unit;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeasureEditorTest {
    private static final double ZOOM = 2;

    private final History history = new History();
    private final MeasureModel model = new MeasureModel(Runnable::run, Runnable::run, history);
    private final ToolModel tools = new ToolModel();
    private final MeasureEditor editor = new MeasureEditor(model, tools);
    private final MeasureText text = new MeasureText(Texts.of(Locale.ENGLISH));
    private final SourceImage image = image("one");

    private static SourceImage image(String name) {
        short[] values = new short[100 * 100];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i % 100);
        }
        return new SourceImage(
                name,
                PixelBlock.ofShorts(100, 100, 1, values, false),
                new ModalityTransform.Rescale(1, -1024, "HU"),
                List.of(),
                false,
                Optional.empty(),
                PixelSpacing.of(0.5, 0.5, Source.DETECTOR),
                1,
                new SourceImage.Origin(Optional.empty(), "test", 0, 1));
    }

    /** A touch at an image place; two screen points show a pixel. */
    private static Touch touch(double x, double y, int clicks) {
        ViewTransform view = new ViewTransform(100, 100, 1, 200, 200, ZOOM, new Point(50, 50), 0, false);
        return new Touch(view.toScreen(new Point(x, y)), view, clicks, false, false);
    }

    private void click(double x, double y) {
        editor.move(touch(x, y, 0));
        editor.press(touch(x, y, 1));
        editor.release(touch(x, y, 1));
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        editor.press(touch(fromX, fromY, 1));
        editor.drag(touch((fromX + toX) / 2, (fromY + toY) / 2, 1));
        editor.drag(touch(toX, toY, 1));
        editor.release(touch(toX, toY, 1));
    }

    private Shape only() {
        assertThat(model.all()).hasSize(1);
        return model.all().get(0).shape();
    }

    private void take(Tool tool) {
        tools.toolProperty().set(tool);
    }

    @BeforeEach
    void open() {
        model.show(image);
    }

    @Test
    void aDraggedLineIsADistance() {
        take(Tool.DISTANCE);
        drag(10, 10, 40, 50);
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 50)));
        // 50 pixels of half a millimetre
        assertThat(text.of(model.all().get(0), image)).isEqualTo("25.0 mm at the detector");
    }

    @Test
    void twoClicksAreADistanceToo() {
        take(Tool.DISTANCE);
        click(10, 10);
        assertThat(model.all()).isEmpty();
        assertThat(model.draftProperty().get()).isPresent();
        click(40, 50);
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 50)));
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void anAngleIsADragAndAClickOrThreeClicks() {
        take(Tool.ANGLE);
        drag(30, 10, 10, 10);
        assertThat(model.all()).isEmpty();
        click(10, 40);
        assertThat(only()).isEqualTo(new Shape.Angle(new Point(30, 10), new Point(10, 10), new Point(10, 40)));
        assertThat(text.of(model.all().get(0), image)).isEqualTo("90.0°");
        click(60, 60);
        click(80, 60);
        click(80, 90);
        assertThat(model.all().get(1).shape())
                .isEqualTo(new Shape.Angle(new Point(60, 60), new Point(80, 60), new Point(80, 90)));
    }

    @Test
    void anEllipseTellsAreaAndModalityValues() {
        take(Tool.ELLIPSE);
        drag(20, 20, 60, 60);
        // pi * 20 * 20 pixels of a quarter square millimetre = 314.2 mm²; values are 20..59 by column, mean 39.5
        assertThat(text.of(model.all().get(0), image).lines())
                .containsExactly("3.14 cm² at the detector", "Mean −984.5  SD 10.0 HU", "Min −1004  Max −965");
    }

    @Test
    void aPolygonEndsOnItsFirstCornerAndGivesUpOnCancel() {
        take(Tool.POLYGON);
        click(10, 10);
        click(30, 10);
        click(30, 30);
        editor.key(KeyCode.BACK_SPACE, false, false);
        click(30, 40);
        click(11, 11);
        assertThat(only())
                .isEqualTo(new Shape.Polygon(List.of(new Point(10, 10), new Point(30, 10), new Point(30, 40))));
        click(70, 70);
        assertThat(editor.cancel()).isTrue();
        assertThat(editor.cancel()).isFalse();
        assertThat(model.all()).hasSize(1);
    }

    @Test
    void aHandleMovesAPlaceAndALineMovesAllWhateverTheTool() {
        take(Tool.DISTANCE);
        drag(10, 10, 40, 10);
        take(Tool.WINDOW);
        drag(40, 10, 40, 30);
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 30)));
        drag(25, 20, 30, 30);
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(15, 20), new Point(45, 40)));
        assertThat(editor.press(touch(90, 90, 1)))
                .as("elsewhere the pane looks around")
                .isFalse();
        assertThat(model.selected()).isEmpty();
    }

    @Test
    void everythingIsUndoneAndRedoneInOrder() {
        take(Tool.DISTANCE);
        drag(10, 10, 40, 10);
        drag(40, 10, 40, 30);
        model.removeSelected();
        assertThat(model.all()).isEmpty();
        history.undo();
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 30)));
        history.undo();
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 10)));
        history.undo();
        assertThat(model.all()).isEmpty();
        assertThat(history.canUndoProperty().get()).isFalse();
        history.redo();
        history.redo();
        assertThat(only()).isEqualTo(new Shape.Distance(new Point(10, 10), new Point(40, 30)));
        take(Tool.ELLIPSE);
        drag(50, 50, 70, 70);
        assertThat(history.canRedoProperty().get())
                .as("a new step ends what was undone")
                .isFalse();
        history.undo();
        history.redo();
        assertThat(model.all().get(1).statistics()).isPresent();
    }

    @Test
    void arrowKeysMoveTheSelectedMeasurementByPixels() {
        take(Tool.PROBE);
        click(30.5, 40.5);
        assertThat(text.of(model.all().get(0), image)).isEqualTo("x 30  y 40\n30 → −994.0 HU");
        assertThat(editor.key(KeyCode.RIGHT, true, false)).isTrue();
        editor.key(KeyCode.UP, false, false);
        assertThat(only()).isEqualTo(new Shape.Probe(new Point(40.5, 39.5)));
        model.selectedProperty().set(Optional.empty());
        assertThat(editor.key(KeyCode.RIGHT, false, false))
                .as("left to the window")
                .isFalse();
    }

    @Test
    void measurementsComeBackWithTheirImage() {
        take(Tool.PROBE);
        click(30, 40);
        model.show(image("two"));
        assertThat(model.all()).isEmpty();
        model.show(image("one"));
        assertThat(only()).isEqualTo(new Shape.Probe(new Point(30, 40)));
    }

    @Test
    void aCircleIsRoundInMillimetresNotInPixels() {
        Point corner = MeasureEditor.circle(new Point(10, 10), new Point(4, 30), new Ruler(0.5, 1, Unit.PATIENT_MM));
        // 20 mm down, so 40 columns to the left
        assertThat(corner).isEqualTo(new Point(-30, 30));
    }

    @Test
    void linesAreFoundBesideTheirEnds() {
        Point a = new Point(0, 0);
        Point b = new Point(10, 0);
        assertThat(Hit.distance(new Point(5, 3), a, b)).isCloseTo(3, within(1e-12));
        assertThat(Hit.distance(new Point(14, 3), a, b)).isCloseTo(5, within(1e-12));
    }
}
