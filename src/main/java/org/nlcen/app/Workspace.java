package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.nlcen.app.attack.AttackWorkshop;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.NetworksModel;
import org.nlcen.app.base.Notices;
import org.nlcen.app.base.Texts;
import org.nlcen.app.help.SelfTest;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.Phantoms;
import org.nlcen.app.library.RecentFiles;
import org.nlcen.app.log.AuditLog;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.tools.ToolDesk;
import org.nlcen.app.viewer.Look;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.OverlayStyles;
import org.nlcen.image.Mask;

/** All view models of one window and what ties them together; no controls. */
public final class Workspace implements AutoCloseable {

    /**
     * Where the networks compute.
     *
     * @param name such as "CPU, 2 threads"
     * @param reason why it is no GPU; empty where it is one
     */
    public record Device(String name, String reason) {}

    private final Preferences preferences;
    private final Texts texts;
    private final Executor background;
    private final Executor windowThread;
    private final LibraryModel library;
    private final NetworksModel networks;
    private final BenchModel bench;
    private final ToolDesk desk;
    private final OverlayModel overlay = new OverlayModel();
    private final BooleanProperty sidePanel = new SimpleBooleanProperty(this, "sidePanel");
    private final BooleanProperty light = new SimpleBooleanProperty(this, "light");
    private final ObjectProperty<Optional<Device>> device =
            new SimpleObjectProperty<>(this, "device", Optional.empty());
    private final ObjectProperty<Optional<SelfTest.Networks>> engine =
            new SimpleObjectProperty<>(this, "engine", Optional.empty());
    private final Notices notices = new Notices();
    private final OverlayBinding outlines;
    private AuditLog audit = AuditLog.none();
    private boolean loading;
    private long phantomSeed = 3;

    /**
     * @param background where files are read
     * @param window runs something on the window's thread
     */
    public Workspace(
            Preferences preferences, Texts texts, AttackWorkshop workshop, Executor background, Executor window) {
        this.preferences = preferences;
        this.texts = texts;
        this.background = background;
        this.windowThread = window;
        List<Path> recent =
                preferences.values().recentFiles.stream().map(Path::of).toList();
        library = new LibraryModel(background, window, new RecentFiles(recent));
        desk = new ToolDesk(preferences, background, window, library::takeTruth);
        networks = new NetworksModel(preferences.values().hiddenModels, preferences.values().shownModels);
        bench = new BenchModel(workshop, window, System::nanoTime);
        bench.paintedGoalProperty().bind(desk.paintedGoalProperty());
        overlay.visibleProperty().set(preferences.values().showOverlay);
        overlay.patientHiddenProperty().set(preferences.values().hideNames);
        library.recent().pausedProperty().bind(overlay.patientHiddenProperty());
        sidePanel.set(preferences.values().showSidePanel);
        light.set("light".equals(preferences.values().theme));
        bench.rows().restore(preferences.values().benchRows);
        overlay.styles().putAll(OverlayStyles.read(preferences.values().overlays));
        outlines = new OverlayBinding(bench, overlay, texts);
        library.imageProperty().addListener((property, before, now) -> show(now));
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

    /** How the source image is looked at. */
    public Look look() {
        return desk.panes().links().lead();
    }

    /** What looking, measuring and drawing share. */
    public ToolDesk desk() {
        return desk;
    }

    /** What is drawn on the source image. */
    public OverlayModel overlay() {
        return overlay;
    }

    /** Whether the curve and the numbers are shown. */
    public BooleanProperty sidePanelProperty() {
        return sidePanel;
    }

    /** Whether the light theme is on. */
    public BooleanProperty lightProperty() {
        return light;
    }

    /** Where the networks compute, once that is known. */
    public ObjectProperty<Optional<Device>> deviceProperty() {
        return device;
    }

    /** Runs what takes its time, one after the other. */
    public Executor background() {
        return background;
    }

    /** Runs something on the window's thread. */
    public Executor windowThread() {
        return windowThread;
    }

    /** The way to the networks themselves, for the self-test; empty until they are found. */
    public ObjectProperty<Optional<SelfTest.Networks>> engineProperty() {
        return engine;
    }

    /** Sentences for the user. */
    public Notices notices() {
        return notices;
    }

    /** Where what is done is written down from now on; at first nowhere. */
    public void audit(AuditLog log) {
        audit = log;
    }

    public AuditLog audit() {
        return audit;
    }

    /** The Study Instance UID of the image on the screen, where it has one. */
    public Optional<String> studyUid() {
        return Optional.ofNullable(library.image()).flatMap(OpenedImage::studyUid);
    }

    /**
     * Writes down what is done with the image on the screen; its study's identifier is added where it has one.
     *
     * @param details see {@link AuditLog#record}
     */
    public void audit(AuditLog.Action action, Map<String, String> details) {
        audit.record(action, studyUid(), details);
    }

    /** Opens a synthetic image with its exact mask: dermoscopy, else a chest radiograph. */
    public void openPhantom(boolean skin) {
        Phantoms.Identity next = new Phantoms.Identity(skin, phantomSeed++);
        library.read(next.name(texts), () -> Phantoms.open(next));
    }

    /** Forgets the files opened lately, for good at once: with names hidden at the end they would be left as they were. */
    public void forgetRecentFiles() {
        library.recent().clear();
        preferences.values().recentFiles = List.of();
        preferences.save();
    }

    /** Stops the work and writes the preferences. */
    @Override
    public void close() {
        bench.close();
        library.close();
        Preferences.Values values = preferences.values();
        values.showOverlay = overlay.visible();
        values.overlays = OverlayStyles.save(overlay.styles());
        values.hideNames = overlay.patientHidden();
        values.showSidePanel = sidePanel.get();
        values.theme = light.get() ? "light" : "dark";
        values.benchRows = bench.rows().names();
        values.hiddenModels = networks.hidden();
        values.shownModels = networks.wanted();
        if (!overlay.patientHidden()) {
            values.recentFiles =
                    library.recent().files().stream().map(Object::toString).toList();
        }
        preferences.save();
    }

    private void show(OpenedImage now) {
        desk.show(now);
        outlines.show(now);
        loading = true;
        networks.task(now.task());
        loading = false;
        Optional<Mask> truth = now.truth().map(GroundTruth::onNetwork);
        boolean same = bench.input().filter(input -> input == now.input()).isPresent()
                && bench.truth().equals(truth);
        if (!same) {
            // a stroke too small to change the networks' square leaves the work as it is
            bench.load(now.input(), truth, networks.onBenchProperty().get());
        }
    }
}
