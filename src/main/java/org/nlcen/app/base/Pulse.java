package org.nlcen.app.base;

import javafx.application.Platform;

/** Does something once, soon, on the window's thread, however often it is asked for in between. */
public final class Pulse {
    private final Runnable action;
    private boolean asked;

    public Pulse(Runnable action) {
        this.action = action;
    }

    /** Asks; on the window's thread. */
    public void ask() {
        if (!asked) {
            asked = true;
            Platform.runLater(() -> {
                asked = false;
                action.run();
            });
        }
    }
}
