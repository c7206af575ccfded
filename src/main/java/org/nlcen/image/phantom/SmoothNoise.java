package org.nlcen.image.phantom;

/**
 * Band-limited noise over the plane: values of a seeded hash at whole coordinates, blended smoothly between them, in
 * octaves of half the strength each.
 */
final class SmoothNoise {
    private final long seed;

    SmoothNoise(long seed) {
        this.seed = seed;
    }

    /** Value within -1..1, mean 0; details down to {@code 2^-(octaves - 1)}. */
    double at(double x, double y, int octaves) {
        double sum = 0;
        double weight = 1;
        double total = 0;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * single(x * scale, y * scale, octave);
            total += weight;
            weight /= 2;
            scale *= 2;
        }
        return sum / total;
    }

    /**
     * Net of cells as a honeycomb grown by chance, one cell per unit square: 0 on the walls, rising towards the middle of
     * a cell (difference of the distances to the two nearest seeds; Worley 1996).
     */
    double cells(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double nearest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int v = row - 1; v <= row + 1; v++) {
            for (int u = column - 1; u <= column + 1; u++) {
                double dx = u + 0.5 + 0.45 * node(u, v, 40) - x;
                double dy = v + 0.5 + 0.45 * node(u, v, 41) - y;
                double distance = Math.sqrt(dx * dx + dy * dy);
                second = Math.min(second, Math.max(nearest, distance));
                nearest = Math.min(nearest, distance);
            }
        }
        return second - nearest;
    }

    private double single(double x, double y, int octave) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double u = ease(x - left);
        double v = ease(y - top);
        double upper = node(left, top, octave) * (1 - u) + node(left + 1, top, octave) * u;
        double lower = node(left, top + 1, octave) * (1 - u) + node(left + 1, top + 1, octave) * u;
        return upper * (1 - v) + lower * v;
    }

    private static double ease(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    /** Splitmix64's mixing of the coordinates. */
    private double node(int x, int y, int octave) {
        long z = seed + 0x9e3779b97f4a7c15L * (x + 1) + 0xc2b2ae3d27d4eb4fL * (y + 1) + 0x165667b19e3779f9L * octave;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return (z >> 11) * 0x1.0p-52;
    }
}
