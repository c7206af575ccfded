package org.nlcen.image;

import java.util.List;

/**
 * A closed outline in continuous source coordinates; the last point is joined to the first. On the screen it runs
 * clockwise around foreground and counter-clockwise around a hole.
 *
 * @param points at least three, no two neighbours equal
 */
public record Contour(List<Point> points) {
    public Contour {
        points = List.copyOf(points);
    }

    /** Enclosed area in square pixels, negative for a hole. */
    public double area() {
        double twice = 0;
        Point last = points.get(points.size() - 1);
        for (Point point : points) {
            twice += last.x() * point.y() - point.x() * last.y();
            last = point;
        }
        return twice / 2;
    }

    /** Length in pixels. */
    public double length() {
        double sum = 0;
        Point last = points.get(points.size() - 1);
        for (Point point : points) {
            sum += last.distance(point);
            last = point;
        }
        return sum;
    }
}
