package org.nlcen.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outlines at probability one half by marching squares with linear interpolation, so smooth to a fraction of a pixel.
 * Ambiguous squares are joined or parted as bilinear interpolation does it; the outlines thus bound what {@link
 * Masks#toSource} marks. At the image's edge a structure ends on the edge itself.
 */
public final class Contours {
    private static final double LEVEL = 0.5;

    /** Width of the grid: the map and one more column on either side, which are background. */
    private final int columns;

    private final int rows;
    private final double[] grid;
    /** Crossed grid edge to the next one along the outline, -1 where there is none. */
    private final int[] next;

    private Contours(float[] map, int width, int height) {
        columns = width + 2;
        rows = height + 2;
        grid = new double[columns * rows];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = map[y * width + x];
                grid[(y + 1) * columns + x + 1] = Float.isNaN(value) ? 0 : value;
            }
        }
        for (int y = 0; y < rows; y++) {
            mirrorEdge(y * columns, y * columns + 1);
            mirrorEdge(y * columns + columns - 1, y * columns + columns - 2);
        }
        for (int x = 1; x < columns - 1; x++) {
            mirrorEdge(x, columns + x);
            mirrorEdge((rows - 1) * columns + x, (rows - 2) * columns + x);
        }
        next = new int[2 * grid.length];
        Arrays.fill(next, -1);
    }

    /** Puts the crossing exactly half-way, which is the edge of the image. */
    private void mirrorEdge(int outside, int inside) {
        grid[outside] = grid[inside] > LEVEL ? 2 * LEVEL - grid[inside] : 0;
    }

    /**
     * Outlines of a network's answer.
     *
     * @param foreground 256 * 256 probabilities, row by row; not a number counts as 0
     * @param tolerance how far, in source pixels, a left-out point may lie from the simplified outline; 0 keeps all
     */
    public static List<Contour> of(float[] foreground, Geometry geometry, double tolerance) {
        return trace(
                foreground,
                NetworkInput.SIZE,
                NetworkInput.SIZE,
                geometry.toSourceX(1),
                geometry.toSourceY(1),
                tolerance);
    }

    /** Outlines of a mask along its pixels' edges, corners cut; {@code tolerance} as above. */
    public static List<Contour> of(Mask mask, double tolerance) {
        float[] map = new float[mask.width() * mask.height()];
        for (int i = 0; i < map.length; i++) {
            map[i] = mask.get(i) ? 1 : 0;
        }
        return trace(map, mask.width(), mask.height(), 1, 1, tolerance);
    }

    private static List<Contour> trace(
            float[] map, int width, int height, double scaleX, double scaleY, double tolerance) {
        if (map.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("expected " + width + "x" + height + " values, got " + map.length);
        }
        Contours contours = new Contours(map, width, height);
        contours.link();
        List<Contour> found = new ArrayList<>();
        for (int edge = 0; edge < contours.next.length; edge++) {
            if (contours.next[edge] >= 0) {
                List<Point> loop = contours.follow(edge, scaleX, scaleY);
                List<Point> simple = Simplification.closed(loop, tolerance);
                if (simple.size() >= 3) {
                    found.add(new Contour(simple));
                }
            }
        }
        return found;
    }

    private void link() {
        double[] corners = new double[4];
        int[] edges = new int[4];
        for (int y = 0; y < rows - 1; y++) {
            for (int x = 0; x < columns - 1; x++) {
                int node = y * columns + x;
                corners[0] = grid[node];
                corners[1] = grid[node + 1];
                corners[2] = grid[node + columns + 1];
                corners[3] = grid[node + columns];
                edges[0] = 2 * node;
                edges[1] = 2 * (node + 1) + 1;
                edges[2] = 2 * (node + columns);
                edges[3] = 2 * node + 1;
                linkSquare(corners, edges);
            }
        }
    }

    /** Corners clockwise from the top left; edge k lies between corners k and k + 1. */
    private void linkSquare(double[] corners, int[] edges) {
        int starts = 0;
        for (int k = 0; k < 4; k++) {
            starts += leaves(corners, k) ? 1 : 0;
        }
        for (int k = 0; k < 4 && starts > 0; k++) {
            if (!leaves(corners, k)) {
                continue;
            }
            if (starts == 2) {
                int neighbour = joined(corners) ? k + 1 : k + 3;
                next[edges[k]] = edges[neighbour % 4];
            } else {
                int end = k + 1;
                while (!enters(corners, end % 4)) {
                    end++;
                }
                next[edges[k]] = edges[end % 4];
            }
        }
    }

    /** Whether going clockwise along edge k leads out of the foreground. */
    private static boolean leaves(double[] corners, int k) {
        return corners[k] >= LEVEL && corners[(k + 1) % 4] < LEVEL;
    }

    private static boolean enters(double[] corners, int k) {
        return corners[k] < LEVEL && corners[(k + 1) % 4] >= LEVEL;
    }

    /** Whether the two foreground corners of an ambiguous square meet: the bilinear saddle's value decides. */
    private static boolean joined(double[] c) {
        return (c[0] * c[2] - c[1] * c[3]) / (c[0] + c[2] - c[1] - c[3]) >= LEVEL;
    }

    private List<Point> follow(int start, double scaleX, double scaleY) {
        List<Point> loop = new ArrayList<>();
        int edge = start;
        do {
            int node = edge / 2;
            int other = edge % 2 == 0 ? node + 1 : node + columns;
            double part = (LEVEL - grid[node]) / (grid[other] - grid[node]);
            double x = node % columns - 0.5 + (edge % 2 == 0 ? part : 0);
            double y = node / columns - 0.5 + (edge % 2 == 0 ? 0 : part);
            Point point = new Point(x * scaleX, y * scaleY);
            if (loop.isEmpty() || !loop.get(loop.size() - 1).equals(point)) {
                loop.add(point);
            }
            int following = next[edge];
            next[edge] = -1;
            edge = following;
        } while (edge != start);
        if (loop.size() > 1 && loop.get(0).equals(loop.get(loop.size() - 1))) {
            loop.remove(loop.size() - 1);
        }
        return loop;
    }
}
