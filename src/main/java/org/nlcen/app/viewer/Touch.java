package org.nlcen.app.viewer;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * The pointer on a pane.
 *
 * @param screen where, in points of the pane
 * @param view where the picture lies
 * @param clicks 2 for the second press of a double click
 * @param shift whether Shift is held
 * @param control whether Ctrl (or Command) is held
 */
public record Touch(Point screen, ViewTransform view, int clicks, boolean shift, boolean control) {

    /** The place on the picture; may lie outside. */
    public Point image() {
        return view.toImage(screen);
    }

    /** Whether the place is on the picture. */
    public boolean inside() {
        Point at = image();
        return at.x() >= 0 && at.y() >= 0 && at.x() < view.imageWidth() && at.y() < view.imageHeight();
    }
}
