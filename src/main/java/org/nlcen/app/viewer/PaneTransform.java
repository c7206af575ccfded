package org.nlcen.app.viewer;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * A {@link ViewTransform} as the sums a painter needs for each pixel: the image point of a pane point is {@code originX +
 * px * xx + py * xy, originY + px * yx + py * yy}.
 */
record PaneTransform(double originX, double originY, double xx, double xy, double yx, double yy) {

    static PaneTransform of(ViewTransform view) {
        Point origin = view.toImage(new Point(0, 0));
        Point right = view.toImage(new Point(1, 0));
        Point down = view.toImage(new Point(0, 1));
        return new PaneTransform(
                origin.x(),
                origin.y(),
                right.x() - origin.x(),
                down.x() - origin.x(),
                right.y() - origin.y(),
                down.y() - origin.y());
    }

    double imageX(double px, double py) {
        return originX + px * xx + py * xy;
    }

    double imageY(double px, double py) {
        return originY + px * yx + py * yy;
    }
}
