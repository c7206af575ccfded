package org.nlcen.app.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.Touch;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.ViewTransform;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;

class DrawingTest {
    private static final int SIZE = 128;

    private final History history = new History();
    private final Map<Layer, Runnable> soon = new EnumMap<>(Layer.class);
    private final List<GroundTruth> published = new ArrayList<>();
    private final ToolModel tools = new ToolModel();
    private final DrawingModel model =
            new DrawingModel(Runnable::run, Runnable::run, history, soon::put, (source, truth) -> published.add(truth));
    private final DrawingEditor editor = new DrawingEditor(model, tools);
    private final OpenedImage image = image("one", square(32, 64));

    private static OpenedImage image(String name, Mask truth) {
        PixelBlock pixels = PixelBlock.ofBytes(SIZE, SIZE, 1, new byte[SIZE * SIZE]);
        SourceImage source = SourceImage.plain(name, pixels, new SourceImage.Origin(Optional.empty(), "test", 0, 1));
        return ImageOpener.phantom(source, truth);
    }

    private static Mask square(int from, int to) {
        boolean[] pixels = new boolean[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            pixels[i] = x >= from && x < to && y >= from && y < to;
        }
        return Mask.of(SIZE, SIZE, pixels);
    }

    /** Two screen points show a pixel. */
    private static Touch touch(double x, double y, int clicks, boolean control) {
        ViewTransform view = new ViewTransform(SIZE, SIZE, 1, 256, 256, 2, new Point(64, 64), 0, false);
        return new Touch(view.toScreen(new Point(x, y)), view, clicks, false, control);
    }

    private void stroke(double fromX, double fromY, double toX, double toY, boolean control) {
        editor.press(touch(fromX, fromY, 1, control));
        editor.drag(touch(toX, toY, 1, control));
        editor.release(touch(toX, toY, 1, control));
    }

    private void pause() {
        List<Runnable> asked = List.copyOf(soon.values());
        soon.clear();
        asked.forEach(Runnable::run);
    }

    @BeforeEach
    void open() {
        model.show(image);
        tools.toolProperty().set(Tool.BRUSH);
        // 8 screen points are a radius of 2 pixels
        model.brushProperty().set(8);
    }

    @Test
    void aStrokeGoesOnWithTheTruthThereIsAndIsHandedOnAfterAPause() {
        stroke(80, 48, 100, 48, false);
        Mask drawn = model.truth().orElseThrow();
        assertThat(drawn.get(40, 40)).as("the old square").isTrue();
        assertThat(drawn.get(90, 48)).isTrue();
        assertThat(drawn.get(90, 51)).as("three pixels off").isFalse();
        assertThat(model.unsavedProperty().get()).isTrue();
        assertThat(published).isEmpty();
        stroke(80, 60, 100, 60, false);
        pause();
        assertThat(published).hasSize(1);
        assertThat(published.get(0).drawn()).isTrue();
        assertThat(published.get(0).mask()).isEqualTo(model.truth().orElseThrow());
        // the square of the networks is twice as fine
        assertThat(published.get(0).onNetwork().get(180, 120)).isTrue();
    }

    @Test
    void whoeverAskedIsToldOfEveryFileThatIsWritten(@TempDir Path folder) throws IOException {
        List<Path> told = new ArrayList<>();
        model.whenWritten((of, file) -> {
            assertThat(of).isSameAs(image);
            told.add(file);
        });
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        model.writeNow(first);
        assertThat(told).as("nothing is drawn").isEmpty();
        stroke(80, 48, 100, 48, false);
        model.writeNow(first);
        assertThat(model.unsavedProperty().get()).isFalse();
        model.write(second, never -> {});
        List<IOException> refused = new ArrayList<>();
        model.write(folder.resolve("missing/third.png"), refused::add);
        assertThat(refused).singleElement().isInstanceOf(NoSuchFileException.class);
        assertThat(told).containsExactly(first, second).allMatch(Files::exists);
    }

    @Test
    void whatWasHandedOnComesBackWithoutLosingTheCanvas() {
        stroke(80, 48, 100, 48, false);
        pause();
        model.show(withTruth(published.get(0)));
        assertThat(model.unsavedProperty().get()).isTrue();
        history.undo();
        assertThat(model.truth()).contains(square(32, 64));
        history.redo();
        assertThat(model.truth().orElseThrow().get(90, 48)).isTrue();
    }

    private OpenedImage withTruth(GroundTruth truth) {
        return new OpenedImage(
                image.pyramid(),
                image.windows(),
                image.overlays(),
                image.frames(),
                image.task(),
                image.input(),
                Optional.of(truth));
    }

    @Test
    void aTruthFromElsewhereOrAnotherImageDropsTheDrawing() {
        stroke(80, 48, 100, 48, false);
        model.show(withTruth(GroundTruth.drawn(square(0, 9))));
        assertThat(model.truth()).isEmpty();
        assertThat(model.unsavedProperty().get()).isFalse();
        stroke(80, 48, 100, 48, false);
        assertThat(model.truth().orElseThrow().get(40, 40))
                .as("goes on with the new one")
                .isFalse();
        model.show(image("two", square(1, 2)));
        assertThat(model.truth()).isEmpty();
        pause();
        assertThat(published).as("asked for before the image changed").isEmpty();
    }

    @Test
    void controlAndTheEraserTakeAway() {
        stroke(48, 48, 52, 48, true);
        assertThat(model.truth().orElseThrow().get(50, 48)).isFalse();
        history.undo();
        assertThat(model.truth()).contains(square(32, 64));
        tools.toolProperty().set(Tool.ERASER);
        stroke(48, 48, 52, 48, false);
        assertThat(model.truth().orElseThrow().get(50, 48)).isFalse();
    }

    @Test
    void anOutlineIsFilledWhenItIsDrawnAroundOrClosedByCorners() {
        tools.toolProperty().set(Tool.REGION);
        editor.press(touch(80, 80, 1, false));
        for (Point corner : List.of(new Point(100, 80), new Point(100, 100), new Point(80, 100))) {
            editor.drag(touch(corner.x(), corner.y(), 1, false));
        }
        editor.release(touch(80, 100, 1, false));
        assertThat(model.truth().orElseThrow().get(90, 90)).isTrue();
        for (Point corner : List.of(new Point(10, 10), new Point(20, 10), new Point(20, 20))) {
            editor.press(touch(corner.x(), corner.y(), 1, false));
            editor.release(touch(corner.x(), corner.y(), 1, false));
        }
        assertThat(editor.key(KeyCode.ENTER, false, false)).isTrue();
        assertThat(model.truth().orElseThrow().get(17, 12)).isTrue();
        assertThat(model.truth().orElseThrow().get(12, 17)).isFalse();
        assertThat(editor.cancel()).as("nothing is being made any more").isFalse();
    }

    @Test
    void aPaintedGoalIsOfTheNetworksSizeAndLeavesTheTruthAlone() {
        model.layerProperty().set(Layer.GOAL);
        tools.toolProperty().set(Tool.REGION);
        model.fill(
                new Shape.Polygon(List.of(new Point(0, 0), new Point(64, 0), new Point(64, 128), new Point(0, 128))),
                true);
        pause();
        Mask goal = model.goalProperty().get().orElseThrow();
        assertThat(goal.width()).isEqualTo(256);
        assertThat(goal.area()).isEqualTo(128 * 256);
        assertThat(goal.get(127, 5)).isTrue();
        assertThat(goal.get(128, 5)).isFalse();
        assertThat(published).isEmpty();
        assertThat(model.unsavedProperty().get()).isFalse();
        model.clear();
        pause();
        assertThat(model.goalProperty().get()).isEmpty();
    }

    @Test
    void nothingIsSettledUntilBothLayersAreHandedOn() {
        stroke(80, 48, 100, 48, false);
        model.layerProperty().set(Layer.GOAL);
        stroke(80, 48, 100, 48, false);
        soon.remove(Layer.GOAL).run();
        assertThat(model.goalProperty().get()).isPresent();
        assertThat(model.settled()).as("the truth is not handed on").isFalse();
        pause();
        assertThat(published).hasSize(1);
        assertThat(model.settled()).isTrue();
    }

    @Test
    void aStrokeUnderWayHoldsUpNoOtherLayer() {
        model.layerProperty().set(Layer.GOAL);
        stroke(80, 48, 100, 48, false);
        model.layerProperty().set(Layer.TRUTH);
        model.begin();
        pause();
        assertThat(model.goalProperty().get()).isPresent();
    }

    @Test
    void fillingAndStartingFromAnAnswerAreSingleSteps() {
        tools.toolProperty().set(Tool.FILL);
        editor.press(touch(40, 40, 1, false));
        assertThat(model.truth().orElseThrow().area())
                .as("the square is an island")
                .isZero();
        float[] answer = new float[256 * 256];
        Arrays.fill(answer, 0, 256 * 128, 1);
        model.startFrom(answer);
        assertThat(model.truth().orElseThrow().area()).isEqualTo(SIZE * SIZE / 2);
        history.undo();
        history.undo();
        assertThat(model.truth()).contains(square(32, 64));
    }

    @Test
    void theBrushHasASmallestAndALargestSize() {
        model.scaleBrush(1000);
        assertThat(model.brushProperty().get()).isEqualTo(DrawingModel.MOST_BRUSH);
        model.scaleBrush(1e-6);
        assertThat(model.brushProperty().get()).isEqualTo(DrawingModel.LEAST_BRUSH);
    }

    @Test
    void withTheToolPutBackThePaneLooksAround() {
        tools.toggle(Tool.BRUSH);
        assertThat(tools.tool()).isEqualTo(Tool.WINDOW);
        assertThat(editor.press(touch(50, 50, 1, false))).isFalse();
    }
}
