package org.nlcen.image.phantom;

/**
 * Thickness of matter along each ray, in centimetres of water; bodies are laid over one another by adding. Coordinates
 * are units of 1/256 of the side.
 */
final class Canvas {
    private final int side;
    private final double scale;
    final float[] values;

    Canvas(int side) {
        this.side = side;
        this.scale = side / 256.0;
        this.values = new float[side * side];
    }

    /**
     * Adds a ball as a ray meets it: {@code thickness * sqrt(1 - (d / radius)^2)}.
     *
     * @param thickness in the middle; negative takes away
     */
    void ball(double x, double y, double radius, double thickness) {
        ellipse(x, y, radius, radius, thickness);
    }

    /** Adds a ball stretched to an upright ellipse. */
    void ellipse(double x, double y, double radiusX, double radiusY, double thickness) {
        int left = Math.max(0, (int) Math.floor((x - radiusX) * scale));
        int right = Math.min(side - 1, (int) Math.ceil((x + radiusX) * scale));
        int top = Math.max(0, (int) Math.floor((y - radiusY) * scale));
        int bottom = Math.min(side - 1, (int) Math.ceil((y + radiusY) * scale));
        for (int v = top; v <= bottom; v++) {
            double dy = ((v + 0.5) / scale - y) / radiusY;
            for (int u = left; u <= right; u++) {
                double dx = ((u + 0.5) / scale - x) / radiusX;
                double inside = 1 - dx * dx - dy * dy;
                if (inside > 0) {
                    values[v * side + u] += (float) (thickness * Math.sqrt(inside));
                }
            }
        }
    }

    /**
     * Adds a step of {@code length} along a tube: a ball's worth of matter for that part of the tube, so that a tube seen
     * end-on grows thick by itself.
     */
    void tube(double x, double y, double radius, double length, double thickness) {
        ball(x, y, radius, thickness * length * 0.75 / radius);
    }

    /** Adds a hollow tube's step: a dense wall around a lighter inside, as bones have. */
    void bone(double x, double y, double radius, double length, double thickness) {
        tube(x, y, radius, length, thickness);
        tube(x, y, 0.78 * radius, length, -0.5 * thickness);
    }
}
