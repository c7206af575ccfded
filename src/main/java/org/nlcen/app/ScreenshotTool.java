package org.nlcen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import org.nlcen.app.help.StatementOfUse;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.model.ModelSpec;

/**
 * Drives the real window through the states of {@link GuideTour} and writes the pictures of the user guide, so that the guide
 * never lies. Arguments: the folder for the pictures, a folder of images, and, if wanted, an image to open instead of the chest
 * phantom.
 */
public final class ScreenshotTool {
    private ScreenshotTool() {}

    public static void main(String[] arguments) {
        Application.launch(Tour.class, arguments);
    }

    /** The application; public, since JavaFX makes it. */
    public static final class Tour extends Application {
        /** Three columns are well seen at this width, and their curves do not take long. */
        private static final Set<String> SHOWN = Set.of("nlcen-lung", "unet-lung", "nwcn-lung");

        private static final long LOOK_NANOS = 250_000_000;
        /** Looks at a state that is ready until its last animation has ended. */
        private static final int SETTLED = 5;

        private final Deque<GuideTour.Stop> stops = new ArrayDeque<>();
        private Path folder;
        private Stage stage;
        private ViewerProgram program;
        private int looks;

        @Override
        public void start(Stage window) throws IOException {
            List<String> arguments = getParameters().getRaw();
            folder = Files.createDirectories(Path.of(arguments.get(0)));
            stage = window;
            Preferences preferences =
                    Preferences.load(Files.createTempDirectory("nlcen").resolve("preferences.json"));
            preferences.values().language = "en";
            ModelSpec.all().stream()
                    .map(ModelSpec::id)
                    .filter(id -> id.endsWith("-lung") && !SHOWN.contains(id))
                    .forEach(preferences.values().hiddenModels::add);
            preferences.values().acceptedStatement = StatementOfUse.VERSION;
            program = new ViewerProgram(stage, preferences);
            List<Path> image = arguments.stream().skip(2).map(Path::of).toList();
            stops.addAll(new GuideTour(program, stage, Path.of(arguments.get(1)), image).stops());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(800);
            program.window().show();
            stops.peek().prepare().run();
            new AnimationTimer() {
                private long last;

                // each look has a frame of its own: a clock that catches up would look many times at the same one
                @Override
                public void handle(long now) {
                    if (now - last >= LOOK_NANOS) {
                        last = now;
                        look();
                    }
                }
            }.start();
        }

        private void look() {
            GuideTour.Stop stop = stops.peek();
            if (stop == null) {
                return;
            }
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

        /** The window as it is on the screen, with what lies over it. */
        private void write(String name) {
            WritableImage picture =
                    new Robot().getScreenCapture(null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            try {
                Path file = folder.resolve(name + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("The picture " + name + " cannot be written", e);
            }
        }

        @Override
        public void stop() {
            program.close();
        }
    }
}
