package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.SessionWorkshop;
import org.nlcen.app.base.Texts;
import org.nlcen.app.curves.FiguresModel;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.Rehearsal;
import org.nlcen.image.AppFolders;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmenter;
import org.nlcen.model.SegmenterPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. */
public final class ViewerApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerApplication.class);

    private final ExecutorService background = Executors.newSingleThreadExecutor(ViewerApplication::daemon);
    private final ComputeLane lane = new ComputeLane();
    private Workspace workspace;
    private ViewerWindow window;
    private volatile SegmenterPool pool;

    /** @param arguments files to open */
    public static void main(String[] arguments) {
        launch(ViewerApplication.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        // ended from outside, the process must not take the engine down in the middle of a computation
        Runtime.getRuntime().addShutdownHook(new Thread(lane::close, "end-computing"));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("in {}", thread.getName(), failure));
        Preferences preferences = Preferences.load(AppFolders.ofUser().config().resolve("preferences.json"));
        String language = preferences.values().language;
        Texts texts = Texts.of(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
        workspace = new Workspace(
                preferences, texts, new SessionWorkshop(lane, this::network), background, Platform::runLater);
        FiguresModel figures = new FiguresModel(workspace.bench(), background, Platform::runLater);
        window = new ViewerWindow(stage, workspace, figures, texts);
        window.show();
        background.execute(Rehearsal::run);
        background.execute(this::findNetworks);
        List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
        if (files.isEmpty()) {
            workspace.openPhantom(false);
        } else {
            workspace.library().open(files);
        }
    }

    @Override
    public void stop() {
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
        List<Choice> choices =
                catalog.entries().stream().map(ViewerApplication::choice).toList();
        DeviceInfo device = DeviceInfo.current();
        Platform.runLater(() -> {
            workspace.networks().known(choices);
            workspace
                    .deviceProperty()
                    .set(Optional.of(new Workspace.Device(
                            device.name(), device.whyNotGpu().orElse(""))));
        });
    }

    private static Choice choice(ModelCatalog.Entry entry) {
        return new Choice(entry.card(), entry.problem());
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
