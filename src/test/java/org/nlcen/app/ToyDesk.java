package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.SessionWorkshop;
import org.nlcen.app.base.Texts;
import org.nlcen.app.curves.FiguresModel;
import org.nlcen.app.help.StatementOfUse;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.Rehearsal;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.Segmenter;

/** The real window over toy networks. */
public final class ToyDesk implements AutoCloseable {
    private final ExecutorService background = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    private final ComputeLane lane = new ComputeLane();
    private final Workspace workspace;
    private final ViewerWindow window;

    /** On the window's thread. */
    public ToyDesk(Stage stage, Path folder, List<? extends Segmenter> networks, Locale language) {
        Map<String, Segmenter> byId = new java.util.HashMap<>();
        networks.forEach(network -> byId.put(network.card().id(), network));
        Texts texts = Texts.of(language);
        Preferences preferences = Preferences.load(folder.resolve("preferences.json"));
        preferences.values().acceptedStatement = StatementOfUse.VERSION;
        workspace =
                new Workspace(preferences, texts, new SessionWorkshop(lane, byId::get), background, Platform::runLater);
        background.execute(Rehearsal::run);
        FiguresModel figures =
                new FiguresModel(workspace.bench(), workspace.library()::image, background, Platform::runLater);
        window = new ViewerWindow(stage, workspace, figures, texts);
        workspace
                .networks()
                .known(networks.stream()
                        .map(network -> new Choice(network.card(), Optional.empty()))
                        .toList());
        workspace.deviceProperty().set(Optional.of(new Workspace.Device("CPU, 2 threads", "no GPU was found")));
    }

    public Workspace workspace() {
        return workspace;
    }

    public ViewerWindow window() {
        return window;
    }

    @Override
    public void close() {
        workspace.close();
        lane.close();
        background.shutdownNow();
    }
}
