package org.nlcen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.BenchRow;
import org.nlcen.app.attack.BenchRows;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.TransferModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.dicom.write.SecondaryCapture;
import org.nlcen.image.Point;
import org.nlcen.image.measure.Shape;
import org.nlcen.image.phantom.SkinPhantom;

/** The states of the window that the user guide shows, in the order in which they are visited. */
final class GuideTour {
    private static final int NUMBERS = 0;
    private static final int INSIDE = 2;
    private static final long SEED = 3;

    /**
     * One state.
     *
     * @param name of its picture
     * @param prepare leads to it from the one before
     * @param ready whether it is reached
     */
    record Stop(String name, Runnable prepare, BooleanSupplier ready) {}

    private final List<Stop> stops = new ArrayList<>();
    private final ViewerProgram program;
    private final Workspace workspace;
    private final BenchModel bench;
    private final Stage stage;

    /**
     * The bench computes while the stops are visited, so that those that need every number come last.
     *
     * @param folder for images of the list
     * @param image what to show; empty for a phantom
     */
    GuideTour(ViewerProgram program, Stage stage, Path folder, List<Path> image) {
        this.program = program;
        this.stage = stage;
        workspace = program.workspace();
        bench = workspace.bench();
        tools(image);
        panels();
        bench();
        whole();
        others(folder);
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    private void tools(List<Path> image) {
        add(
                "drawing",
                () -> {
                    program.open(image);
                    bench.epsilonProperty().set(0);
                    run("tool.BRUSH");
                },
                this::shown);
        add(
                "measuring",
                () -> {
                    run("tool.WINDOW");
                    measure();
                },
                this::shown);
        add(
                "overlays",
                () -> {
                    run("clearMeasurements");
                    bench.epsilonProperty().set(8);
                    workspace
                            .overlay()
                            .comparisonProperty()
                            .set(Optional.of(new OverlayModel.Comparison(
                                    bench.columns().get(0).id(), OverlayModel.TRUTH)));
                },
                this::shown);
    }

    private void panels() {
        add(
                "preferences",
                () -> {
                    workspace.overlay().comparisonProperty().set(Optional.empty());
                    run("preferences");
                },
                this::shown);
        add("shortcuts", () -> alone("shortcuts"), this::shown);
        add("palette", () -> alone("palette"), this::shown);
        add("attack", () -> alone("chooseAttack"), this::shown);
        add("card", () -> alone("networks"), this::cardUnfolded);
    }

    private void bench() {
        add(
                "bench",
                () -> {
                    closeOthers();
                    bench.epsilonProperty().set(8);
                    EnumSet.allOf(BenchRow.class).forEach(row -> bench.rows().show(row, true));
                },
                this::shown);
        add(
                "inside",
                () -> {
                    bench.rows()
                            .restore(BenchRows.DEFAULT.stream()
                                    .map(BenchRow::name)
                                    .toList());
                    tab(INSIDE);
                },
                this::lookedInside);
    }

    private void whole() {
        add("main", () -> tab(NUMBERS), this::allComputed);
        add("numbers", () -> alone("numbersWindow"), this::shown);
        add(
                "compare",
                () -> {
                    closeOthers();
                    bench.compare().weakProperty().set(2);
                    bench.compare().onProperty().set(true);
                },
                this::shown);
        add(
                "zoomed",
                () -> {
                    bench.compare().onProperty().set(false);
                    workspace.look().view().zoomAt(3, 0.3, 0.45);
                },
                this::shown);
        add(
                "transfer",
                () -> {
                    run("reset");
                    bench.computeTransfer();
                },
                () -> bench.transfer().state() == TransferModel.State.DONE);
        add(
                "light",
                () -> {
                    tab(NUMBERS);
                    workspace.lightProperty().set(true);
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1600);
                    stage.setHeight(1000);
                },
                this::shown);
    }

    private void others(Path folder) {
        add(
                "tags",
                () -> {
                    workspace.lightProperty().set(false);
                    stage.setWidth(1280);
                    stage.setHeight(800);
                    bench.epsilonProperty().set(0);
                    workspace.library().open(List.of(dicom(folder)));
                },
                () -> bench.input().orElseThrow().channels() == 3 && shown() && tagsShown());
        add(
                "library",
                () -> {
                    closeOthers();
                    bench.epsilonProperty().set(4);
                    workspace.library().open(List.of(folder));
                },
                () -> workspace.library().collection().instances().size() > 1 && shown());
        add(
                "lesson",
                () -> {
                    bench.epsilonProperty().set(0);
                    run("lesson");
                },
                this::shown);
    }

    /** A DICOM file without a patient. */
    private static Path dicom(Path folder) {
        Path file = folder.resolveSibling("phantom.dcm");
        try {
            SecondaryCapture.writeScreen(file, SkinPhantom.of(SEED).image().pixels(), "Phantom", false);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() {
        OpenedImage image = workspace.library().image();
        double width = image.source().width();
        double height = image.source().height();
        workspace
                .desk()
                .measures()
                .add(new Shape.Distance(at(0.18, 0.62, width, height), at(0.82, 0.62, width, height)));
        workspace
                .desk()
                .measures()
                .add(new Shape.Angle(
                        at(0.16, 0.80, width, height), at(0.30, 0.66, width, height), at(0.44, 0.78, width, height)));
        workspace
                .desk()
                .measures()
                .add(new Shape.Ellipse(at(0.22, 0.22, width, height), at(0.36, 0.38, width, height)));
        workspace.desk().measures().add(new Shape.Probe(at(0.66, 0.14, width, height)));
    }

    private static Point at(double u, double v, double width, double height) {
        return new Point(u * width, v * height);
    }

    private void add(String name, Runnable prepare, BooleanSupplier ready) {
        stops.add(new Stop(name, prepare, ready));
    }

    private void run(String command) {
        program.window().commands().get(command).run();
    }

    private void tab(int index) {
        Node tabs = stage.getScene().lookup("#tabs");
        ((TabPane) tabs).getSelectionModel().select(index);
    }

    /** One window, and no other, beside the main one. */
    private void alone(String command) {
        closeOthers();
        run(command);
    }

    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage)
                .forEach(Window::hide);
    }

    private boolean allComputed() {
        return shown() && bench.activity() == Activity.DONE;
    }

    /** Whether every network has answered what its column is to show. */
    private boolean shown() {
        return workspace.library().image() != null
                && !bench.columns().isEmpty()
                && bench.columns().stream()
                        .allMatch(column -> column.stage() == ColumnModel.Stage.READY && !column.late());
    }

    private boolean lookedInside() {
        Node levels = stage.getScene().lookup(".inside-levels");
        return shown() && !levels.isDisabled() && levels.lookup(".inside-level") != null;
    }

    private boolean tagsShown() {
        if (Window.getWindows().size() == 1) {
            run("tags");
        }
        return Window.getWindows().size() > 1;
    }

    /** The list of networks begins with its cards folded; the picture shows one. */
    private boolean cardUnfolded() {
        Optional<TitledPane> card = Window.getWindows().stream()
                .filter(window -> window != stage)
                .map(window -> window.getScene().getRoot().lookup(".network-details"))
                .filter(TitledPane.class::isInstance)
                .map(TitledPane.class::cast)
                .findFirst();
        card.ifPresent(found -> found.setExpanded(true));
        return card.isPresent() && shown();
    }
}
