package org.nlcen.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Polylines with fewer points, after Douglas and Peucker, Cartographica 10(2), 1973. */
final class Simplification {
    private Simplification() {}

    /**
     * A closed line whose left-out points lie at most {@code tolerance} from it. The first point and the one farthest
     * from it stay.
     */
    static List<Point> closed(List<Point> loop, double tolerance) {
        if (loop.size() < 4 || !(tolerance > 0)) {
            return loop;
        }
        List<Point> open = new ArrayList<>(loop);
        open.add(loop.get(0));
        int far = 0;
        for (int i = 1; i < loop.size(); i++) {
            if (loop.get(i).distance(loop.get(0)) > loop.get(far).distance(loop.get(0))) {
                far = i;
            }
        }
        BitSet kept = new BitSet(open.size());
        kept.set(0);
        kept.set(far);
        keep(open, 0, far, tolerance, kept);
        keep(open, far, open.size() - 1, tolerance, kept);
        return kept.stream().mapToObj(open::get).toList();
    }

    private static void keep(List<Point> line, int from, int to, double tolerance, BitSet kept) {
        Deque<int[]> parts = new ArrayDeque<>();
        parts.push(new int[] {from, to});
        while (!parts.isEmpty()) {
            int[] part = parts.pop();
            int worst = -1;
            double distance = tolerance;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double d = distance(line.get(i), line.get(part[0]), line.get(part[1]));
                if (d > distance) {
                    worst = i;
                    distance = d;
                }
            }
            if (worst >= 0) {
                kept.set(worst);
                parts.push(new int[] {part[0], worst});
                parts.push(new int[] {worst, part[1]});
            }
        }
    }

    /** Distance of {@code p} from the segment {@code a b}. */
    static double distance(Point p, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(p.x() - a.x() - t * dx, p.y() - a.y() - t * dy);
    }
}
