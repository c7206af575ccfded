package org.nlcen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.help.StatementOfUse;
import org.nlcen.app.preferences.Preferences;

/**
 * Drives the real window through its states and writes the pictures of the user guide, so that the guide never lies.
 * Arguments: the folder for the pictures, then, if wanted, an image to open instead of the chest phantom.
 */
public final class ScreenshotTool {
    private ScreenshotTool() {}

    public static void main(String[] arguments) {
        Application.launch(Tour.class, arguments);
    }

    /** One stop of the tour: what is done first, what is waited for, and the picture's name. */
    private record Stop(String name, Runnable prepare, BooleanSupplier ready) {}

    /** The application; public, since JavaFX makes it. */
    public static final class Tour extends Application {
        private static final Duration LOOK = Duration.millis(250);
        /** Looks at a state that is ready until its last animation has ended. */
        private static final int SETTLED = 4;

        private final Deque<Stop> stops = new ArrayDeque<>();
        private Path folder;
        private Stage stage;
        private ViewerProgram program;
        private int looks;

        @Override
        public void start(Stage window) throws IOException {
            List<String> arguments = getParameters().getRaw();
            folder = Files.createDirectories(Path.of(arguments.get(0)));
            stage = window;
            Preferences preferences = Preferences.load(Files.createTempFile("nlcen", ".json"));
            preferences.values().language = "en";
            program = new ViewerProgram(stage, preferences);
            plan(arguments.subList(1, arguments.size()).stream().map(Path::of).toList());
            size(1280, 800);
            program.window().show();
            stops.peek().prepare().run();
            Timeline clock = new Timeline(new KeyFrame(LOOK, event -> look()));
            clock.setCycleCount(Animation.INDEFINITE);
            clock.play();
        }

        private void plan(List<Path> files) {
            Workspace workspace = program.workspace();
            BenchModel bench = workspace.bench();
            add(
                    "statement",
                    () -> program.open(files),
                    () -> workspace.library().image() != null);
            add("clean", () -> epsilon(0), this::allComputed);
            add("main", () -> epsilon(8), this::shown);
            add("strong", () -> epsilon(32), this::shown);
            add("zoomed", () -> workspace.look().view().zoomAt(3, 0.3, 0.45), this::shown);
            add(
                    "light",
                    () -> {
                        workspace.look().reset();
                        workspace.lightProperty().set(true);
                        size(1600, 1000);
                        epsilon(8);
                    },
                    this::shown);
            add(
                    "skin",
                    () -> workspace.openPhantom(true),
                    () -> bench.input().orElseThrow().channels() == 3 && allComputed());
        }

        private void add(String name, Runnable prepare, BooleanSupplier ready) {
            stops.add(new Stop(name, prepare, ready));
        }

        private void epsilon(double value) {
            Preferences preferences = program.workspace().preferences();
            preferences.values().acceptedStatement = StatementOfUse.VERSION;
            stage.getScene().lookup("#statement").setVisible(false);
            program.workspace().bench().epsilonProperty().set(value);
        }

        private boolean allComputed() {
            Activity activity = program.workspace().bench().activity();
            boolean searched =
                    !program.workspace().networks().knownProperty().get().isEmpty();
            return searched && (activity == Activity.DONE || activity == Activity.NONE);
        }

        private boolean shown() {
            return allComputed()
                    && program.workspace().bench().columns().stream()
                            .filter(column -> column.stage() == ColumnModel.Stage.READY)
                            .noneMatch(ColumnModel::late);
        }

        private void look() {
            Stop stop = stops.peek();
            looks = stop.ready().getAsBoolean() ? looks + 1 : 0;
            if (looks < SETTLED) {
                return;
            }
            looks = 0;
            write(stop.name());
            stops.remove();
            if (stops.isEmpty()) {
                Platform.exit();
            } else {
                stops.peek().prepare().run();
            }
        }

        private void write(String name) {
            WritableImage picture = stage.getScene().snapshot(null);
            try {
                Path file = folder.resolve(name + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("The picture " + name + " cannot be written", e);
            }
        }

        private void size(double width, double height) {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        }

        @Override
        public void stop() {
            program.close();
        }
    }
}
