package org.nlcen.app;

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
import org.nlcen.app.help.StatementOfUse;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.image.Point;
import org.nlcen.image.measure.Shape;

/** The states of the window that the user guide shows, in the order in which they are visited. */
final class GuideTour {
    private static final int NUMBERS = 0;
    private static final int INSIDE = 2;

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
     * @param images folder for the list of images
     * @param image what to show; empty for a phantom
     */
    GuideTour(ViewerProgram program, Stage stage, Path images, List<Path> image) {
        this.program = program;
        this.stage = stage;
        workspace = program.workspace();
        bench = workspace.bench();
        first(image);
        bench();
        tools();
        panels();
        add(
                "library",
                () -> {
                    closeOthers();
                    workspace.library().open(List.of(images));
                },
                this::allComputed);
        looks();
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    private void first(List<Path> image) {
        add("statement", () -> program.open(image), () -> workspace.library().image() != null);
        add(
                "clean",
                () -> {
                    accept();
                    bench.epsilonProperty().set(0);
                },
                this::allComputed);
        add("main", () -> bench.epsilonProperty().set(8), this::shown);
        add("strong", () -> bench.epsilonProperty().set(32), this::shown);
        add("zoomed", () -> workspace.look().view().zoomAt(3, 0.3, 0.45), this::shown);
    }

    private void bench() {
        add(
                "bench",
                () -> {
                    run("reset");
                    bench.epsilonProperty().set(8);
                    EnumSet.allOf(BenchRow.class).forEach(row -> bench.rows().show(row, true));
                },
                this::shown);
        add("attack", () -> run("chooseAttack"), this::shown);
        add(
                "card",
                () -> {
                    closeOthers();
                    bench.rows()
                            .restore(BenchRows.DEFAULT.stream()
                                    .map(BenchRow::name)
                                    .toList());
                    run("networks");
                },
                this::cardUnfolded);
        add(
                "compare",
                () -> {
                    closeOthers();
                    bench.compare().weakProperty().set(2);
                    bench.compare().onProperty().set(true);
                },
                this::shown);
        add(
                "transfer",
                () -> {
                    bench.compare().onProperty().set(false);
                    bench.computeTransfer();
                },
                () -> bench.transfer().state() == TransferModel.State.DONE);
        add("inside", () -> tab(INSIDE), this::shown);
    }

    private void tools() {
        add(
                "measuring",
                () -> {
                    tab(NUMBERS);
                    bench.epsilonProperty().set(0);
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
        add(
                "drawing",
                () -> {
                    workspace.overlay().comparisonProperty().set(Optional.empty());
                    bench.epsilonProperty().set(0);
                    run("tool.BRUSH");
                },
                this::shown);
    }

    private void panels() {
        add(
                "preferences",
                () -> {
                    run("tool.WINDOW");
                    bench.epsilonProperty().set(8);
                    run("preferences");
                },
                this::shown);
        add(
                "shortcuts",
                () -> {
                    closeOthers();
                    run("shortcuts");
                },
                this::shown);
        add(
                "lesson",
                () -> {
                    closeOthers();
                    run("lesson");
                },
                this::shown);
        add(
                "presenter",
                () -> {
                    run("lesson");
                    run("presenter");
                },
                this::shown);
        add(
                "guide",
                () -> {
                    run("presenter");
                    run("guide");
                },
                this::shown);
    }

    private void looks() {
        add(
                "light",
                () -> {
                    closeOthers();
                    run("reset");
                    workspace.lightProperty().set(true);
                    stage.setWidth(1600);
                    stage.setHeight(1000);
                },
                this::shown);
        add(
                "skin",
                () -> workspace.openPhantom(true),
                () -> bench.input().orElseThrow().channels() == 3 && allComputed());
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
        workspace.desk().measures().add(new Shape.Ellipse(at(0.24, 0.3, width, height), at(0.4, 0.48, width, height)));
        workspace.desk().measures().add(new Shape.Probe(at(0.68, 0.4, width, height)));
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

    private void accept() {
        workspace.preferences().values().acceptedStatement = StatementOfUse.VERSION;
        stage.getScene().lookup("#statement").setVisible(false);
    }

    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage)
                .forEach(Window::hide);
    }

    private boolean allComputed() {
        Activity activity = bench.activity();
        boolean searched = !workspace.networks().knownProperty().get().isEmpty();
        return searched && (activity == Activity.DONE || activity == Activity.NONE);
    }

    private boolean shown() {
        return allComputed()
                && bench.columns().stream()
                        .filter(column -> column.stage() == ColumnModel.Stage.READY)
                        .noneMatch(ColumnModel::late);
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
