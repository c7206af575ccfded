package org.nlcen.app.tools;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.measure.MeasureModel;
import org.nlcen.app.preferences.FirstWindow;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.Links;
import org.nlcen.app.viewer.Look;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.UserWindows;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.image.Mask;
import org.nlcen.image.SourceImage;
import org.nlcen.image.VoiTransform;

/** All that looking, measuring and drawing share: view models, no controls. */
public final class ToolDesk {
    // long enough for the next stroke to begin, short enough to be felt as an answer
    private static final long PAUSE_MILLIS = 700;

    private final Preferences preferences;
    private final PaneGroup panes =
            new PaneGroup(new Links(new Look(new ViewState(), new Windowing())), new ToolModel());
    private final UserWindows windows = new UserWindows();
    private final History history = new History();
    private final MeasureModel measures;
    private final DrawingModel drawing;
    private OpenedImage image;
    private final Map<DrawingModel.Layer, Runnable> waiting = new EnumMap<>(DrawingModel.Layer.class);

    /**
     * @param background where large regions are counted and drawn masks prepared
     * @param window runs something on the window's thread
     * @param truth takes a drawn ground truth for a picture
     */
    public ToolDesk(
            Preferences preferences, Executor background, Executor window, BiConsumer<SourceImage, GroundTruth> truth) {
        this.preferences = preferences;
        measures = new MeasureModel(background, window, history);
        Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, window);
        drawing = new DrawingModel(
                background, window, history, (layer, action) -> afterPause(later, layer, action), truth);
        drawing.brushProperty().set(preferences.values().brushSize);
        drawing.brushProperty()
                .addListener((property, before, now) -> preferences.values().brushSize = now.doubleValue());
        preferences.values().windows.forEach(saved -> windows.all()
                .add(UserWindows.window(saved.name, saved.center, saved.width)));
        windows.all().addListener((Observable list) -> keepWindows());
    }

    /** The panes, what they share and the tool in the hand. */
    public PaneGroup panes() {
        return panes;
    }

    /** Windows the user has named. */
    public UserWindows windows() {
        return windows;
    }

    /** What was measured and drawn, to be taken back. */
    public History history() {
        return history;
    }

    /** Measurements on the source image. */
    public MeasureModel measures() {
        return measures;
    }

    /** Masks drawn on the source image. */
    public DrawingModel drawing() {
        return drawing;
    }

    /** The mask the user painted as the attack's goal, at 256x256; empty where none is. */
    public ReadOnlyObjectProperty<Optional<Mask>> paintedGoalProperty() {
        return drawing.goalProperty();
    }

    private void afterPause(Executor later, DrawingModel.Layer layer, Runnable action) {
        waiting.put(layer, action);
        later.execute(() -> {
            if (waiting.remove(layer, action)) {
                action.run();
            }
        });
    }

    /** Another image, frame or ground truth: what fits stays, view and window among images of one series. */
    public void show(OpenedImage now) {
        OpenedImage before = image;
        image = now;
        if (before == null || !Kinship.sameSeries(before, now)) {
            panes.links().open(presets());
        } else if (before.pyramid() != now.pyramid()) {
            panes.links().offer(presets());
        }
        if (before == null || before.source() != now.source()) {
            history.clear();
            measures.show(now.source());
        }
        drawing.show(now);
    }

    private List<VoiTransform> presets() {
        List<VoiTransform> all =
                windows.among(image.windows(), image.source().presets().size());
        return FirstWindow.order(all, preferences.values().firstWindow);
    }

    private void keepWindows() {
        if (image != null) {
            panes.links().offer(presets());
        }
        preferences.values().windows = windows.all().stream()
                .map(window -> Preferences.SavedWindow.of(window.name(), window.center(), window.width()))
                .toList();
        preferences.save();
    }
}
