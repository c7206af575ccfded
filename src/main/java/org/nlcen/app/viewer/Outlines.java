package org.nlcen.app.viewer;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineJoin;

import org.nlcen.app.viewer.OverlayModel.Outline;
import org.nlcen.image.Contour;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** Draws outlines over a pane. */
final class Outlines {
    private static final double WIDTH = 1.8;
    private static final double TRUTH_WIDTH = 1.4;
    private static final double DASH = 5;

    private final Pane layer;
    private final OverlayModel overlay;
    private List<Outline> outlines = List.of();

    Outlines(Pane layer, OverlayModel overlay) {
        this.layer = layer;
        this.overlay = overlay;
    }

    /** Shows these outlines from the next {@link #place} on. */
    void show(List<Outline> edges) {
        outlines = edges;
    }

    /** Draws the lines where the picture lies, in points of the layer. */
    void place(ViewTransform look) {
        int used = 0;
        for (Outline outline : outlines) {
            OverlayStyle style = overlay.style(outline.id());
            if (!style.lined()) {
                continue;
            }
            for (Contour contour : outline.edges()) {
                if (used == layer.getChildren().size()) {
                    layer.getChildren().add(line());
                }
                Polygon line = (Polygon) layer.getChildren().get(used++);
                line.setStroke(overlay.color(outline));
                line.setOpacity(style.opacity());
                line.setStrokeWidth(outline.truth() ? TRUTH_WIDTH : WIDTH);
                line.getStrokeDashArray().setAll(outline.truth() ? List.of(DASH, DASH) : List.of());
                line.getPoints().setAll(points(contour, look));
            }
        }
        layer.getChildren().remove(used, layer.getChildren().size());
    }

    private static Double[] points(Contour contour, ViewTransform look) {
        double scaleX = look.imageWidth() / (double) NetworkInput.SIZE;
        double scaleY = look.imageHeight() / (double) NetworkInput.SIZE;
        Double[] points = new Double[2 * contour.points().size()];
        int at = 0;
        for (Point point : contour.points()) {
            Point place = look.toScreen(new Point(point.x() * scaleX, point.y() * scaleY));
            points[at++] = place.x();
            points[at++] = place.y();
        }
        return points;
    }

    private static Polygon line() {
        Polygon line = new Polygon();
        line.setManaged(false);
        line.setFill(null);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return line;
    }
}
