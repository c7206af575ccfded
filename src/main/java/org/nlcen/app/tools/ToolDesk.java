package org.nlcen.app.tools;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.Observable;

import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.measure.MeasureModel;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.Links;
import org.nlcen.app.viewer.Look;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.UserWindows;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.image.VoiTransform;

/** All that looking, measuring and drawing share: view models, no controls. */
public final class ToolDesk {
    private final Preferences preferences;
    private final PaneGroup panes =
            new PaneGroup(new Links(new Look(new ViewState(), new Windowing())), new ToolModel());
    private final UserWindows windows = new UserWindows();
    private final History history = new History();
    private final MeasureModel measures;
    private OpenedImage image;

    /**
     * @param background where large regions are counted
     * @param window runs something on the window's thread
     */
    public ToolDesk(Preferences preferences, Executor background, Executor window) {
        this.preferences = preferences;
        measures = new MeasureModel(background, window, history);
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
    }

    private List<VoiTransform> presets() {
        return windows.among(image.windows(), image.source().presets().size());
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
