package org.nlcen.app.viewer;

import java.util.Arrays;

import org.nlcen.image.NetworkInput;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * Reads planes of 256x256 numbers as a pane shows them, a row of the pane at a time. Since turns are by quarters, a pane's
 * row reads along one image row or one image column, and all positions are worked out once for each axis.
 */
final class NetworkPicture {
    static final int SIZE = NetworkInput.SIZE;
    static final Painter.Extent EXTENT = new Painter.Extent(SIZE, SIZE, 1);

    // from here on enlarged pixels keep their edges
    private static final double SQUARES = 5;

    private final Axis across;
    private final Axis lines;
    private final int acrossStride;
    private final int lineStride;
    private final boolean smooth;

    /** Positions along one pane axis: the image pixel under it, and the two whose centres lie around it. */
    private static final class Axis {
        private final int[] nearest;
        private final int[] low;
        private final int[] high;
        private final float[] part;

        Axis(int count, double start, double step) {
            nearest = new int[count];
            low = new int[count];
            high = new int[count];
            part = new float[count];
            for (int i = 0; i < count; i++) {
                double at = start + (i + 0.5) * step;
                nearest[i] = at >= 0 && at < SIZE ? (int) at : -1;
                double centred = Math.max(0, Math.min(SIZE - 1, at - 0.5));
                low[i] = (int) centred;
                high[i] = Math.min(SIZE - 1, low[i] + 1);
                part[i] = (float) (centred - low[i]);
            }
        }
    }

    /** @param view of any picture that the planes cover */
    NetworkPicture(ViewTransform view, int width, int height) {
        double scaleX = SIZE / (double) view.imageWidth();
        double scaleY = SIZE / (double) view.imageHeight();
        Point origin = view.toImage(new Point(0, 0));
        Point right = view.toImage(new Point(1, 0));
        Point down = view.toImage(new Point(0, 1));
        boolean sideways = view.sideways();
        double stepX = sideways ? down.x() - origin.x() : right.x() - origin.x();
        double stepY = sideways ? right.y() - origin.y() : down.y() - origin.y();
        Axis x = new Axis(sideways ? height : width, origin.x() * scaleX, stepX * scaleX);
        Axis y = new Axis(sideways ? width : height, origin.y() * scaleY, stepY * scaleY);
        across = sideways ? y : x;
        lines = sideways ? x : y;
        acrossStride = sideways ? SIZE : 1;
        lineStride = sideways ? 1 : SIZE;
        smooth = view.zoom() < SQUARES;
    }

    /** Interpolated between pixel centres, or pixel by pixel once they are large; NaN outside the picture. */
    void shown(int line, float[] plane, int offset, float[] out) {
        if (smooth) {
            linear(line, plane, offset, out);
        } else {
            nearest(line, plane, offset, out);
        }
    }

    /** The pixels under a pane's row; NaN outside the picture. */
    void nearest(int line, float[] plane, int offset, float[] out) {
        if (lines.nearest[line] < 0) {
            Arrays.fill(out, Float.NaN);
            return;
        }
        int base = offset + lines.nearest[line] * lineStride;
        for (int i = 0; i < out.length; i++) {
            int at = across.nearest[i];
            out[i] = at < 0 ? Float.NaN : plane[base + at * acrossStride];
        }
    }

    /** Interpolated between the four pixel centres around each point; NaN outside the picture. */
    void linear(int line, float[] plane, int offset, float[] out) {
        if (lines.nearest[line] < 0) {
            Arrays.fill(out, Float.NaN);
            return;
        }
        int first = offset + lines.low[line] * lineStride;
        int second = offset + lines.high[line] * lineStride;
        float down = lines.part[line];
        for (int i = 0; i < out.length; i++) {
            if (across.nearest[i] < 0) {
                out[i] = Float.NaN;
                continue;
            }
            int low = across.low[i] * acrossStride;
            int high = across.high[i] * acrossStride;
            float part = across.part[i];
            float upper = plane[first + low] + (plane[first + high] - plane[first + low]) * part;
            float lower = plane[second + low] + (plane[second + high] - plane[second + low]) * part;
            out[i] = upper + (lower - upper) * down;
        }
    }
}
