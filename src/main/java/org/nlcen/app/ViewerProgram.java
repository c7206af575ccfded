package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.SessionWorkshop;
import org.nlcen.app.base.Texts;
import org.nlcen.app.curves.FiguresModel;
import org.nlcen.app.help.SelfTest;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.RecoveryOffer;
import org.nlcen.app.session.RunningPrograms.Lost;
import org.nlcen.app.session.SessionDesk;
import org.nlcen.app.viewer.Rehearsal;
import org.nlcen.image.AppFolders;
import org.nlcen.image.AtEnd;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.Engines;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmenter;
import org.nlcen.model.SegmenterPool;

/** The window with the real networks behind it: everything that one running program holds. */
final class ViewerProgram implements AutoCloseable {
    // what the last pulses of a closing window ask for is not wanted any more
    private final ExecutorService background = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ViewerProgram::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
    private final ComputeLane lane = new ComputeLane();
    private final Workspace workspace;
    private final ViewerWindow window;
    private final ProgramKeeper keeper;
    private final Texts texts;
    private volatile SegmenterPool pool;
    /** What the folders held when they were last read. */
    private volatile ModelCatalog catalog;

    /** On the window's thread. */
    ViewerProgram(Stage stage, Preferences preferences) {
        // the engine's machine code is loaded while the window is built
        lane.call(Engines::warmUp);
        AtEnd.run("end-computing", this::endComputing);
        String language = preferences.values().language;
        texts = Texts.of(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
        workspace = new Workspace(
                preferences, texts, new SessionWorkshop(lane, new Networks()), background, Platform::runLater);
        FiguresModel figures =
                new FiguresModel(workspace.bench(), workspace.library()::image, background, Platform::runLater);
        window = new ViewerWindow(stage, workspace, figures, texts);
        keeper = new ProgramKeeper(workspace, texts, AppFolders.ofUser());
        background.execute(Rehearsal::run);
        workspace.networks().reader(() -> background.execute(this::findNetworks));
        workspace.networks().refresh();
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

    /** Keeps the work from now on, and asks about what a crash of an earlier program left. */
    void keepWork() {
        SessionDesk desk = window.habits().desk();
        RecoveryOffer offer = new RecoveryOffer(
                window.habits().panels(),
                window.habits().sessions(),
                texts,
                workspace.overlay().patientHidden(),
                this::sweep);
        List<Lost> lost = keeper.begin(desk);
        ReadOnlyBooleanProperty blocked = window.commands().blockedProperty();
        if (blocked.get()) {
            // first things first: the statement of use is not to be hidden by a question
            lost.forEach(Lost::keep);
        } else {
            offer.show(lost, AppFolders.ofUser().logs());
        }
        sweep();
    }

    private void sweep() {
        background.execute(keeper::sweep);
    }

    /** Something failed that nothing caught. */
    void tellUncaught() {
        workspace.notices().add(texts.get("window.uncaught"));
    }

    /** Opens files; without any, a chest phantom. */
    void open(List<Path> files) {
        if (files.isEmpty()) {
            workspace.openPhantom(false);
        } else if (!window.habits().opened(files)) {
            workspace.library().open(files);
        }
    }

    @Override
    public void close() {
        window.leave();
        keeper.close();
        workspace.close();
        background.shutdownNow();
        lane.close();
        if (pool != null) {
            pool.close();
        }
    }

    /** Ended from outside, the process must not take the engine down in the middle of a computation. */
    private void endComputing() {
        if (!Engines.stayAtEnd()) {
            lane.close();
        }
    }

    private void findNetworks() {
        ModelCatalog found = ModelCatalog.ofUser();
        catalog = found;
        if (pool == null) {
            pool = new SegmenterPool(id -> catalog.open(id), SegmenterPool.BUDGET);
        }
        List<Choice> choices = found.entries().stream()
                .map(entry -> new Choice(entry.card(), entry.problem()))
                .toList();
        Platform.runLater(() -> {
            workspace.engineProperty().set(Optional.of(new Engine(found)));
            workspace.networks().known(choices);
        });
        Engines.onDevice(this::show);
        show(DeviceInfo.current());
    }

    private void show(DeviceInfo device) {
        Workspace.Device shown = DeviceText.of(device, texts);
        Platform.runLater(() -> workspace.deviceProperty().set(Optional.of(shown)));
    }

    /** The pool, as soon as it is there. */
    private final class Networks implements SessionWorkshop.Networks {
        @Override
        public Segmenter get(String id) throws ModelLoadException {
            return pool.get(id);
        }

        @Override
        public void use(Set<String> ids) {
            pool.use(ids);
        }
    }

    /** The self-test's way to the networks. */
    private final class Engine implements SelfTest.Networks {
        private final List<ModelCard> trained;

        Engine(ModelCatalog catalog) {
            trained = catalog.entries().stream()
                    .filter(ModelCatalog.Entry::usable)
                    .map(ModelCatalog.Entry::card)
                    .toList();
        }

        @Override
        public <T> CompletableFuture<T> call(Callable<T> task) {
            return lane.call(task);
        }

        @Override
        public Segmenter get(String id) throws ModelLoadException {
            return pool.get(id);
        }

        @Override
        public List<ModelCard> trained() {
            return trained;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    }
}
