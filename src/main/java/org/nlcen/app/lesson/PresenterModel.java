package org.nlcen.app.lesson;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the window is shown to an audience: everything larger, keys and mouse on the screen, names hidden. */
public final class PresenterModel {
    /** By how much everything is larger. */
    public static final double ZOOM = 1.3;

    /** Below this width of the window the larger view would not hold the bench. */
    private static final double ROOM = 1500;

    private static final double LITTLE_ZOOM = 1.15;

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private boolean hiddenBefore;

    /** @param namesHidden the privacy switch */
    public PresenterModel(BooleanProperty namesHidden) {
        on.addListener((property, before, now) -> {
            if (now) {
                hiddenBefore = namesHidden.get();
                namesHidden.set(true);
            } else {
                // who switched names on meanwhile has had them on: only what was on before comes back
                namesHidden.set(hiddenBefore);
            }
        });
    }

    public BooleanProperty onProperty() {
        return on;
    }

    public boolean on() {
        return on.get();
    }

    /**
     * How large everything is shown.
     *
     * @param width of the window
     * @param percent the user's own size
     */
    public double zoom(double width, int percent) {
        double own = percent / 100.0;
        return on.get() ? Math.max(own, width < ROOM ? LITTLE_ZOOM : ZOOM) : own;
    }
}
