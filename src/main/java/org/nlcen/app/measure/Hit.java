package org.nlcen.app.measure;

import java.util.List;
import java.util.Optional;

import org.nlcen.app.measure.MeasureModel.Measurement;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * What of a measurement lies under the pointer.
 *
 * @param handle the handle's place in {@link org.nlcen.image.measure.Shape#handles()}, -1 for a line
 */
record Hit(Measurement measurement, int handle) {
    private static final double HANDLE_REACH = 9;
    private static final double LINE_REACH = 6;

    /** The nearest handle within reach, else the uppermost line within reach. */
    static Optional<Hit> at(List<Measurement> all, Point screen, ViewTransform view) {
        Hit best = null;
        double least = HANDLE_REACH;
        for (Measurement one : all) {
            List<Point> handles = one.shape().handles();
            for (int i = 0; i < handles.size(); i++) {
                double away = view.toScreen(handles.get(i)).distance(screen);
                if (away <= least) {
                    least = away;
                    best = new Hit(one, i);
                }
            }
        }
        for (int i = all.size() - 1; i >= 0 && best == null; i--) {
            if (onLine(all.get(i).shape().outline(), screen, view)) {
                best = new Hit(all.get(i), -1);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean onLine(List<Point> outline, Point screen, ViewTransform view) {
        Point last = view.toScreen(outline.get(0));
        for (Point point : outline) {
            Point next = view.toScreen(point);
            if (distance(screen, last, next) <= LINE_REACH) {
                return true;
            }
            last = next;
        }
        return false;
    }

    /** From a place to the nearest one of the line from {@code a} to {@code b}. */
    static double distance(Point place, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double part = square == 0 ? 0 : ((place.x() - a.x()) * dx + (place.y() - a.y()) * dy) / square;
        double within = Math.max(0, Math.min(1, part));
        return place.distance(new Point(a.x() + within * dx, a.y() + within * dy));
    }
}
