package org.nlcen.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.base.ZoomPane;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.image.Mask;
import org.nlcen.image.Point;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.measure.Ruler;
import org.nlcen.image.measure.Shape;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Measuring and drawing with mouse and keys in the real window. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class ToolsWindowTest {
    private ToyDesk desk;

    @TempDir
    static Path folder;

    @Start
    void start(Stage stage) {
        ToySegmenter network = new ToySegmenter("toy2-lung", "Toy 2", 2, 95, 0.09, 15);
        desk = new ToyDesk(stage, folder, List.of(network), Locale.ENGLISH);
        desk.window().show();
        desk.workspace().openPhantom(false);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    @Test
    void aLineIsMeasuredMovedAndUndone(FxRobot robot) throws TimeoutException {
        ImagePane pane = pane(robot);
        robot.clickOn(pane, MouseButton.PRIMARY).type(KeyCode.L);
        assertThat(desk.workspace().desk().panes().tools().tool()).isEqualTo(Tool.DISTANCE);
        drag(robot, pane, 0.3, 0.4, 0.6, 0.5);
        Shape.Distance line = (Shape.Distance) only();
        SourceImage image = desk.workspace().library().image().source();
        Ruler ruler = Ruler.of(image);
        assertThat(ruler.unit().millimetres()).isTrue();
        String expected = String.format(Locale.ENGLISH, "%.1f mm", ruler.length(line.from(), line.to()));
        Label label = robot.lookup(".measure-label").query();
        assertThat(label.getText()).startsWith(expected);
        double zoom = pane.look().zoom();
        assertThat(line.from().distance(line.to()) * zoom)
                .as("as long as the mouse went")
                .isCloseTo(Math.hypot(0.3 * pane.getWidth(), 0.1 * pane.getHeight()), within(3.0));

        drag(robot, pane, 0.45, 0.45, 0.45, 0.6);
        Shape.Distance moved = (Shape.Distance) only();
        assertThat(moved.from().y()).isGreaterThan(line.from().y());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(only()).isEqualTo(line);
        robot.push(KeyCode.DELETE);
        assertThat(desk.workspace().desk().measures().all()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.workspace().desk().measures().all()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(only()).isEqualTo(line);
    }

    @Test
    void aDrawnTruthIsAttackedAndAskedForBeforeItIsLost(FxRobot robot) throws TimeoutException {
        ImagePane pane = pane(robot);
        DrawingModel drawing = desk.workspace().desk().drawing();
        waitUntil(() -> desk.workspace().bench().truth().isPresent());
        Mask before = desk.workspace().bench().truth().orElseThrow();
        robot.clickOn(pane, MouseButton.PRIMARY).type(KeyCode.B);
        drag(robot, pane, 0.35, 0.8, 0.65, 0.8);
        assertThat(drawing.unsavedProperty().get()).isTrue();
        waitUntil(() -> !desk.workspace().bench().truth().orElseThrow().equals(before));
        Point place = pane.look().toImage(new Point(0.5 * pane.getWidth(), 0.8 * pane.getHeight()));
        assertThat(drawing.truth().orElseThrow().get((int) place.x(), (int) place.y()))
                .isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> desk.workspace().bench().truth().orElseThrow().equals(before));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        waitUntil(() -> !desk.workspace().bench().truth().orElseThrow().equals(before));

        SourceImage image = desk.workspace().library().image().source();
        Platform.runLater(() -> desk.workspace().openPhantom(false));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Cancel");
        assertThat(desk.workspace().library().image().source()).isSameAs(image);
        Platform.runLater(() -> desk.workspace().openPhantom(false));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Discard");
        waitUntil(() -> desk.workspace().library().image().source() != image);
        assertThat(drawing.unsavedProperty().get()).isFalse();
    }

    @Test
    void textFieldsUndoTheirOwnWordsAndControlYRedoesElsewhere(FxRobot robot) throws TimeoutException {
        ImagePane pane = pane(robot);
        Shape line = new Shape.Distance(new Point(10, 20), new Point(40, 60));
        robot.interact(() -> desk.workspace().desk().measures().add(line));
        Node field = robot.lookup(".number-field").match(Node::isVisible).query();
        robot.interact(field::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(only()).isEqualTo(line);
        robot.interact(pane::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.workspace().desk().measures().all()).isEmpty();
        robot.interact(field::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(desk.workspace().desk().measures().all()).isEmpty();
        robot.interact(pane::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(only()).isEqualTo(line);
    }

    @Test
    void spaceHeldMovesTheImageUntilThePaneLosesTheKeyboard(FxRobot robot) throws TimeoutException {
        ImagePane pane = pane(robot);
        ViewState view = desk.workspace().look().view();
        robot.interact(() -> {
            view.restore(3, 0.5, 0.5, 0, false);
            pane.requestFocus();
            space(pane);
        });
        drag(robot, pane, 0.5, 0.5, 0.6, 0.5);
        double moved = view.centerX();
        assertThat(moved).isLessThan(0.5);
        Node field = robot.lookup(".number-field").match(Node::isVisible).query();
        robot.interact(field::requestFocus);
        drag(robot, pane, 0.5, 0.5, 0.6, 0.5);
        assertThat(view.centerX()).isEqualTo(moved);
    }

    private static void space(Node pane) {
        Event.fireEvent(pane, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false));
    }

    @Test
    void strokesOnBothLayersAreHandedOn(FxRobot robot) throws TimeoutException {
        pane(robot);
        DrawingModel drawing = desk.workspace().desk().drawing();
        robot.interact(() -> {
            for (DrawingModel.Layer layer : DrawingModel.Layer.values()) {
                drawing.layerProperty().set(layer);
                drawing.begin();
                drawing.brush(new Point(100, 100), new Point(300, 100), 20, 20, true);
                drawing.end();
            }
        });
        waitUntil(() -> drawing.goalProperty().get().isPresent()
                && desk.workspace().library().image().truth().orElseThrow().drawn());
        waitUntil(drawing::settled);
    }

    @Test
    void trueSizeIsTheSameInAZoomedWindow(FxRobot robot) throws TimeoutException {
        ImagePane pane = pane(robot);
        desk.workspace().preferences().values().screenMmPerPoint = 0.25;
        double columnMm = desk.workspace()
                .library()
                .image()
                .source()
                .spacing()
                .orElseThrow()
                .columnMm();
        // smaller, since larger might not fit the screen of the test
        robot.interact(
                () -> ((ZoomPane) pane.getScene().getRoot()).zoomProperty().set(0.8));
        waitUntil(() -> pane.getLocalToSceneTransform().getMxx() == 0.8);
        robot.interact(() -> desk.window().commands().get("trueSize").run());
        Point2D left = pane.localToScene(point(pane, 0));
        Point2D right = pane.localToScene(point(pane, 100));
        assertThat(left.distance(right) * 0.25).as("millimetres").isCloseTo(100 * columnMm, within(1e-6));
    }

    /** Where an image column lies in the pane. */
    private static Point2D point(ImagePane pane, double column) {
        Point place = pane.look().toScreen(new Point(column, 0));
        return new Point2D(place.x(), place.y());
    }

    @Test
    void aFileOfFewerFramesOpensWithItsFirstAndItsTruth(FxRobot robot) throws Exception {
        pane(robot);
        LibraryModel library = desk.workspace().library();
        Path ten = pages("ten.tif", 10);
        Path five = pages("five.tif", 5);
        RasterFiles.writePng(folder.resolve("five_mask.png"), Mask.empty(32, 32).inverse());
        robot.interact(() -> library.open(List.of(ten)));
        waitUntil(() -> library.image().source().origin().frames() == 10);
        robot.interact(() -> library.frame(9));
        waitUntil(() -> library.image().source().origin().frame() == 9);
        robot.interact(() -> library.open(List.of(five)));
        waitUntil(() -> library.image().source().origin().frames() == 5);
        robot.interact(() -> assertThat(library.readingProperty().get()).isEmpty());
        assertThat(library.image().source().origin().frame()).isZero();
        assertThat(library.image().truth()).isPresent();
    }

    private static Path pages(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        BufferedImage page = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pages; i++) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private Shape only() {
        assertThat(desk.workspace().desk().measures().all()).hasSize(1);
        return desk.workspace().desk().measures().all().get(0).shape();
    }

    private ImagePane pane(FxRobot robot) throws TimeoutException {
        ImagePane pane = robot.lookup("#sourcePane").query();
        waitUntil(() -> desk.workspace().library().image() != null && pane.look() != null);
        return pane;
    }

    private static void drag(FxRobot robot, Node pane, double fromX, double fromY, double toX, double toY) {
        robot.moveTo(place(pane, fromX, fromY)).press(MouseButton.PRIMARY);
        robot.moveTo(place(pane, toX, toY)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A place by fractions of the pane. */
    private static Point2D place(Node pane, double u, double v) {
        Bounds bounds = pane.localToScreen(pane.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + u * bounds.getWidth(), bounds.getMinY() + v * bounds.getHeight());
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
