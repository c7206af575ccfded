package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.nlcen.app.attack.AttackWorkshop;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.NetworksModel;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.RecentFiles;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.image.SourceImage;

/** All view models of one window and what ties them together; no controls. */
public final class Workspace implements AutoCloseable {
    private final Preferences preferences;
    private final LibraryModel library;
    private final NetworksModel networks;
    private final BenchModel bench;
    private final ViewState view = new ViewState();
    private final Windowing windowing = new Windowing();
    private final BooleanProperty overlay = new SimpleBooleanProperty(this, "overlay");
    private final BooleanProperty sidePanel = new SimpleBooleanProperty(this, "sidePanel");
    private boolean loading;

    /**
     * @param background where files are read
     * @param window runs something on the window's thread
     */
    public Workspace(Preferences preferences, AttackWorkshop workshop, Executor background, Executor window) {
        this.preferences = preferences;
        List<Path> recent =
                preferences.values().recentFiles.stream().map(Path::of).toList();
        library = new LibraryModel(background, window, new RecentFiles(recent));
        networks = new NetworksModel(preferences.values().hiddenModels);
        bench = new BenchModel(workshop, window, System::nanoTime);
        overlay.set(preferences.values().showOverlay);
        sidePanel.set(preferences.values().showSidePanel);
        library.imageProperty().addListener((property, before, now) -> show(before, now));
        networks.onBenchProperty().addListener((property, before, now) -> {
            if (!loading) {
                bench.choose(now);
            }
        });
    }

    public Preferences preferences() {
        return preferences;
    }

    public LibraryModel library() {
        return library;
    }

    public NetworksModel networks() {
        return networks;
    }

    public BenchModel bench() {
        return bench;
    }

    /** Shared by all panes. */
    public ViewState view() {
        return view;
    }

    public Windowing windowing() {
        return windowing;
    }

    /** Whether contours are drawn on the source image. */
    public BooleanProperty overlayProperty() {
        return overlay;
    }

    /** Whether the curve and the numbers are shown. */
    public BooleanProperty sidePanelProperty() {
        return sidePanel;
    }

    /** The image as it was when it was opened: whole, upright, through its default window. */
    public void resetView() {
        view.reset();
        windowing.reset();
    }

    /** Stops the work and writes the preferences. */
    @Override
    public void close() {
        bench.close();
        Preferences.Values values = preferences.values();
        values.showOverlay = overlay.get();
        values.showSidePanel = sidePanel.get();
        values.hiddenModels = networks.hidden();
        values.recentFiles =
                library.recent().files().stream().map(Object::toString).toList();
        preferences.save();
    }

    private void show(OpenedImage before, OpenedImage now) {
        if (before == null || !sameFile(before.source(), now.source())) {
            view.reset();
            windowing.presets(now.windows());
        }
        loading = true;
        networks.task(now.task());
        loading = false;
        bench.load(
                now.input(),
                now.truth().map(GroundTruth::onNetwork),
                networks.onBenchProperty().get());
    }

    private static boolean sameFile(SourceImage a, SourceImage b) {
        return a == b
                || a.origin().file().isPresent()
                        && a.origin().file().equals(b.origin().file());
    }
}
