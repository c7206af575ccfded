package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineJoin;

import org.nlcen.app.viewer.OverlayModel.Outline;
import org.nlcen.image.Contour;
import org.nlcen.image.Contours;
import org.nlcen.image.Geometry;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** Draws outlines over a pane; traced once, placed again whenever the view moves. */
final class Outlines {
    private static final Geometry SQUARE = new Geometry(NetworkInput.SIZE, NetworkInput.SIZE);
    // in network pixels: far below what the eye sees at any sensible zoom
    private static final double TOLERANCE = 0.05;
    private static final double WIDTH = 1.8;
    private static final double DASH = 5;

    private final Pane layer;
    private final List<Traced> traced = new ArrayList<>();

    /** An outline's lines in network pixels, and the shape that shows them. */
    private record Traced(Outline outline, List<Contour> contours, Path path) {}

    Outlines(Pane layer) {
        this.layer = layer;
    }

    /** Shows these outlines; those that are shown already are not traced again. */
    void show(List<Outline> outlines) {
        List<Traced> next = new ArrayList<>();
        for (Outline outline : outlines) {
            next.add(traced.stream()
                    .filter(known -> known.outline().equals(outline))
                    .findFirst()
                    .orElseGet(() -> trace(outline)));
        }
        traced.clear();
        traced.addAll(next);
        layer.getChildren().setAll(traced.stream().map(Traced::path).toList());
    }

    /** Moves the lines to where the picture lies, in points of the layer. */
    void place(ViewTransform look) {
        double scaleX = look.imageWidth() / (double) NetworkInput.SIZE;
        double scaleY = look.imageHeight() / (double) NetworkInput.SIZE;
        for (Traced one : traced) {
            List<PathElement> elements = new ArrayList<>();
            for (Contour contour : one.contours()) {
                for (Point point : contour.points()) {
                    Point at = look.toScreen(new Point(point.x() * scaleX, point.y() * scaleY));
                    boolean first = point == contour.points().get(0);
                    elements.add(first ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
                }
                elements.add(new ClosePath());
            }
            one.path().getElements().setAll(elements);
        }
    }

    private static Traced trace(Outline outline) {
        Path path = new Path();
        path.setManaged(false);
        path.setStroke(outline.color());
        path.setStrokeWidth(outline.truth() ? WIDTH * 0.8 : WIDTH);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        if (outline.truth()) {
            path.getStrokeDashArray().setAll(DASH, DASH);
        }
        return new Traced(outline, Contours.of(outline.foreground(), SQUARE, TOLERANCE), path);
    }
}
