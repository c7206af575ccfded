package org.nlcen.image.measure;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.image.Point;

/** What is measured, in continuous image coordinates: pixel centres lie at half-integers. */
public sealed interface Shape {

    /** The places by which it is changed. */
    List<Point> handles();

    /** The same with one handle elsewhere. */
    Shape with(int handle, Point place);

    /** Moved by columns and rows. */
    Shape moved(double dx, double dy);

    /** The lines that are drawn; a closed one repeats its first point. */
    List<Point> outline();

    /** A straight line from one place to another. */
    record Distance(Point from, Point to) implements Shape {
        @Override
        public List<Point> handles() {
            return List.of(from, to);
        }

        @Override
        public Shape with(int handle, Point place) {
            return handle == 0 ? new Distance(place, to) : new Distance(from, place);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Distance(shift(from, dx, dy), shift(to, dx, dy));
        }

        @Override
        public List<Point> outline() {
            return handles();
        }
    }

    /** Two legs that meet in {@code vertex}. */
    record Angle(Point a, Point vertex, Point b) implements Shape {
        @Override
        public List<Point> handles() {
            return List.of(a, vertex, b);
        }

        @Override
        public Shape with(int handle, Point place) {
            return switch (handle) {
                case 0 -> new Angle(place, vertex, b);
                case 1 -> new Angle(a, place, b);
                default -> new Angle(a, vertex, place);
            };
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Angle(shift(a, dx, dy), shift(vertex, dx, dy), shift(b, dx, dy));
        }

        @Override
        public List<Point> outline() {
            return handles();
        }
    }

    /** One place. */
    record Probe(Point at) implements Shape {
        @Override
        public List<Point> handles() {
            return List.of(at);
        }

        @Override
        public Shape with(int handle, Point place) {
            return new Probe(place);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Probe(shift(at, dx, dy));
        }

        @Override
        public List<Point> outline() {
            return handles();
        }
    }

    /** The ellipse that fills a rectangle, given by two opposite corners. */
    record Ellipse(Point corner, Point opposite) implements Shape, Region {
        private static final int STEPS = 72;

        @Override
        public List<Point> handles() {
            return List.of(corner, new Point(opposite.x(), corner.y()), opposite, new Point(corner.x(), opposite.y()));
        }

        @Override
        public Shape with(int handle, Point place) {
            return switch (handle) {
                case 0 -> new Ellipse(place, opposite);
                case 1 -> new Ellipse(new Point(corner.x(), place.y()), new Point(place.x(), opposite.y()));
                case 2 -> new Ellipse(corner, place);
                default -> new Ellipse(new Point(place.x(), corner.y()), new Point(opposite.x(), place.y()));
            };
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Ellipse(shift(corner, dx, dy), shift(opposite, dx, dy));
        }

        @Override
        public List<Point> outline() {
            List<Point> points = new ArrayList<>(STEPS + 1);
            for (int i = 0; i <= STEPS; i++) {
                double turn = 2 * Math.PI * (i % STEPS) / STEPS;
                points.add(new Point(centreX() + radiusX() * Math.cos(turn), centreY() + radiusY() * Math.sin(turn)));
            }
            return points;
        }

        @Override
        public double area() {
            return Math.PI * radiusX() * radiusY();
        }

        @Override
        public double top() {
            return Math.min(corner.y(), opposite.y());
        }

        @Override
        public double bottom() {
            return Math.max(corner.y(), opposite.y());
        }

        @Override
        public double[] crossings(double y) {
            double down = (y - centreY()) / radiusY();
            if (!(Math.abs(down) < 1)) {
                return new double[0];
            }
            double half = radiusX() * Math.sqrt(1 - down * down);
            return new double[] {centreX() - half, centreX() + half};
        }

        private double centreX() {
            return (corner.x() + opposite.x()) / 2;
        }

        private double centreY() {
            return (corner.y() + opposite.y()) / 2;
        }

        private double radiusX() {
            return Math.abs(opposite.x() - corner.x()) / 2;
        }

        private double radiusY() {
            return Math.abs(opposite.y() - corner.y()) / 2;
        }
    }

    /** A closed outline; the last point is joined to the first. Where it crosses itself, every second part is inside. */
    record Polygon(List<Point> points) implements Shape, Region {
        public Polygon {
            points = List.copyOf(points);
        }

        @Override
        public List<Point> handles() {
            return points;
        }

        @Override
        public Shape with(int handle, Point place) {
            List<Point> changed = new ArrayList<>(points);
            changed.set(handle, place);
            return new Polygon(changed);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Polygon(
                    points.stream().map(point -> shift(point, dx, dy)).toList());
        }

        @Override
        public List<Point> outline() {
            List<Point> closed = new ArrayList<>(points);
            closed.add(points.get(0));
            return closed;
        }

        @Override
        public double area() {
            double twice = 0;
            Point last = points.get(points.size() - 1);
            for (Point point : points) {
                twice += last.x() * point.y() - point.x() * last.y();
                last = point;
            }
            return Math.abs(twice) / 2;
        }

        @Override
        public double top() {
            return points.stream().mapToDouble(Point::y).min().orElseThrow();
        }

        @Override
        public double bottom() {
            return points.stream().mapToDouble(Point::y).max().orElseThrow();
        }

        @Override
        public double[] crossings(double y) {
            List<Double> found = new ArrayList<>();
            Point last = points.get(points.size() - 1);
            for (Point point : points) {
                if (last.y() <= y != point.y() <= y) {
                    found.add(last.x() + (y - last.y()) / (point.y() - last.y()) * (point.x() - last.x()));
                }
                last = point;
            }
            return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private static Point shift(Point point, double dx, double dy) {
        return new Point(point.x() + dx, point.y() + dy);
    }
}
