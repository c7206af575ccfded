package org.nlcen.app.viewer;

import org.nlcen.image.NetworkInput;

/**
 * Sampling of planes of 256x256 numbers under a pane's transform. One instance serves one painting: a pane point's
 * position is worked out once and read from as many planes as wanted.
 */
final class NetworkPicture {
    static final int SIZE = NetworkInput.SIZE;
    static final Painter.Extent EXTENT = new Painter.Extent(SIZE, SIZE, 1);

    private int nearest;
    private int topLeft;
    private int right;
    private int below;
    private float across;
    private float down;

    /** Moves to an image point; false where it lies outside the picture. */
    boolean moveTo(double x, double y) {
        if (x < 0 || y < 0 || x >= SIZE || y >= SIZE) {
            return false;
        }
        nearest = (int) y * SIZE + (int) x;
        double cx = Math.max(0, Math.min(SIZE - 1, x - 0.5));
        double cy = Math.max(0, Math.min(SIZE - 1, y - 0.5));
        int column = (int) cx;
        int row = (int) cy;
        across = (float) (cx - column);
        down = (float) (cy - row);
        topLeft = row * SIZE + column;
        right = column + 1 < SIZE ? 1 : 0;
        below = row + 1 < SIZE ? SIZE : 0;
        return true;
    }

    /** The value of the pixel under the point. */
    float nearest(float[] plane, int offset) {
        return plane[offset + nearest];
    }

    /** Interpolated between the four pixel centres around the point. */
    float linear(float[] plane, int offset) {
        int i = offset + topLeft;
        float upper = plane[i] + (plane[i + right] - plane[i]) * across;
        float lower = plane[i + below] + (plane[i + below + right] - plane[i + below]) * across;
        return upper + (lower - upper) * down;
    }
}
