package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.SessionWorkshop;
import org.nlcen.app.base.Texts;
import org.nlcen.app.curves.FiguresModel;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.Rehearsal;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.image.AppFolders;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmenter;
import org.nlcen.model.SegmenterPool;

/** The window with the real networks behind it: everything that one running program holds. */
final class ViewerProgram implements AutoCloseable {
    private final ExecutorService background = Executors.newSingleThreadExecutor(ViewerProgram::daemon);
    private final ComputeLane lane = new ComputeLane();
    private final Workspace workspace;
    private final ViewerWindow window;
    private volatile SegmenterPool pool;

    /** On the window's thread. */
    ViewerProgram(Stage stage, Preferences preferences) {
        // ended from outside, the process must not take the engine down in the middle of a computation
        Runtime.getRuntime().addShutdownHook(new Thread(lane::close, "end-computing"));
        String language = preferences.values().language;
        Texts texts = Texts.of(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
        workspace = new Workspace(
                preferences, texts, new SessionWorkshop(lane, this::network), background, Platform::runLater);
        FiguresModel figures = new FiguresModel(workspace.bench(), background, Platform::runLater);
        window = new ViewerWindow(stage, workspace, figures, texts);
        background.execute(TemporaryFolders::sweep);
        background.execute(Rehearsal::run);
        background.execute(this::findNetworks);
        background.execute(() -> Housekeeping.run(AppFolders.ofUser()));
    }

    Workspace workspace() {
        return workspace;
    }

    ViewerWindow window() {
        return window;
    }

    /** Notes in the log from now on what the window has reached. */
    void logMilestones() {
        Milestones.log(workspace, window.commands().blockedProperty());
    }

    /** Opens files; without any, a chest phantom. */
    void open(List<Path> files) {
        if (files.isEmpty()) {
            workspace.openPhantom(false);
        } else {
            workspace.library().open(files);
        }
    }

    @Override
    public void close() {
        window.remember();
        workspace.close();
        background.shutdownNow();
        lane.close();
        if (pool != null) {
            pool.close();
        }
    }

    private void findNetworks() {
        ModelCatalog catalog = ModelCatalog.load(AppFolders.models());
        pool = new SegmenterPool(catalog);
        List<Choice> choices = catalog.entries().stream()
                .map(entry -> new Choice(entry.card(), entry.problem()))
                .toList();
        DeviceInfo device = DeviceInfo.current();
        Platform.runLater(() -> {
            workspace.networks().known(choices);
            Workspace.Device shown =
                    new Workspace.Device(device.name(), device.whyNotGpu().orElse(""));
            workspace.deviceProperty().set(Optional.of(shown));
        });
    }

    private Segmenter network(String id) throws ModelLoadException {
        return pool.get(id);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    }
}
