package org.nlcen.app.viewer;

import java.util.List;

import org.nlcen.app.library.StoredOverlay;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * A picture with the drawings stored in its file on top. Every pixel of a drawing is seen at any zoom: thin lines do not
 * vanish where the picture is made smaller.
 *
 * @param below the picture, of the same extent as the drawings
 */
public record OverlaidPainter(Painter below, List<StoredOverlay> overlays) implements Painter {
    /** Far from every grey, and from the colours of the networks and of agreement. */
    private static final int COLOUR = 0xffb5e61d;

    public OverlaidPainter {
        overlays = List.copyOf(overlays);
    }

    @Override
    public Extent extent() {
        return below.extent();
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        below.paint(argb, width, height, view, background);
        Point origin = view.toScreen(new Point(0, 0));
        Point right = view.toScreen(new Point(1, 0));
        Point down = view.toScreen(new Point(0, 1));
        for (StoredOverlay overlay : overlays) {
            for (int point : overlay.points()) {
                int x = point % overlay.width();
                int y = point / overlay.width();
                double left = origin.x() + x * (right.x() - origin.x()) + y * (down.x() - origin.x());
                double top = origin.y() + x * (right.y() - origin.y()) + y * (down.y() - origin.y());
                double across = right.x() - origin.x() + down.x() - origin.x();
                double along = right.y() - origin.y() + down.y() - origin.y();
                fill(argb, width, height, left, top, left + across, top + along);
            }
        }
    }

    private static void fill(int[] argb, int width, int height, double x1, double y1, double x2, double y2) {
        int left = (int) Math.floor(Math.min(x1, x2));
        int top = (int) Math.floor(Math.min(y1, y2));
        int right = Math.max(left + 1, (int) Math.round(Math.max(x1, x2)));
        int bottom = Math.max(top + 1, (int) Math.round(Math.max(y1, y2)));
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                argb[y * width + x] = COLOUR;
            }
        }
    }
}
