package org.nlcen.app.viewer;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;

/** Someone wants to choose how structures are drawn; the target is where the list is to be shown. */
public final class OverlayEvent extends Event {
    /** The only type. */
    public static final EventType<OverlayEvent> CHOOSE = new EventType<>(Event.ANY, "NLCEN_OVERLAY_CHOOSE");

    private static final long serialVersionUID = 1;

    /** @param place a node beside which the list is shown */
    public OverlayEvent(EventTarget place) {
        super(place, place, CHOOSE);
    }
}
