package org.nlcen.app;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.nlcen.app.preferences.Preferences;
import org.nlcen.image.AppFolders;

/** The program with its window. */
public final class ViewerApplication extends Application {
    private ViewerProgram program;

    /**
     * Shows the window and ends the process when it is closed.
     *
     * @param arguments files to open
     */
    public static void main(String[] arguments) {
        ErrorStream.quietAtEnd();
        launch(ViewerApplication.class, arguments);
        // not merely back: a library's thread must not keep the process; and no halt: JavaFX deletes its copies of
        // fonts at the end
        System.exit(0);
    }

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(
                new Uncaught(() -> Platform.runLater(this::tellUncaught), System::nanoTime));
        Path file = AppFolders.ofUser().config().resolve("preferences.json");
        Preferences preferences = Preferences.load(file);
        heed(preferences.values());
        program = new ViewerProgram(stage, preferences);
        program.window().show();
        program.logMilestones();
        program.keepWork();
        program.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    /** What is read once, when networks are first looked for; the environment's word counts for more. */
    private static void heed(Preferences.Values values) {
        if (values.threads > 0) {
            System.setProperty("nlcen.threads", String.valueOf(values.threads));
        }
        if (values.fullPrecision) {
            System.setProperty("nlcen.tf32", "0");
        }
        boolean unsaid = System.getProperty("nlcen.models") == null && System.getenv("NLCEN_MODELS") == null;
        if (!values.modelsFolder.isBlank() && unsaid) {
            System.setProperty("nlcen.models", values.modelsFolder);
        }
    }

    /** What fails before there is a window is only in the log. */
    private void tellUncaught() {
        if (program != null) {
            program.tellUncaught();
        }
    }

    @Override
    public void stop() {
        program.close();
    }
}
