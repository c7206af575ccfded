package org.nlcen.app.viewer;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

import org.nlcen.app.viewer.Links.Mark;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** A small cross where the pointer is in another pane. */
final class CursorCross extends Group {
    private static final double INNER = 4;
    private static final double OUTER = 11;

    private final ImagePane pane;
    private final Links links;

    CursorCross(ImagePane pane, Links links) {
        this.pane = pane;
        this.links = links;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        for (int side = -1; side <= 1; side += 2) {
            add(side * INNER, 0, side * OUTER, 0);
            add(0, side * INNER, 0, side * OUTER);
        }
        links.markProperty().addListener((property, before, now) -> place());
        pane.afterPaint(look -> place());
    }

    private void add(double fromX, double fromY, double toX, double toY) {
        Line halo = new Line(fromX, fromY, toX, toY);
        halo.setStroke(Color.gray(0, 0.75));
        halo.setStrokeWidth(3.5);
        Line line = new Line(fromX, fromY, toX, toY);
        line.setStroke(Color.web("#ffe066"));
        line.setStrokeWidth(1.5);
        getChildren().add(0, halo);
        getChildren().add(line);
    }

    private void place() {
        Optional<Mark> mark = links.markProperty().get().filter(now -> now.owner() != pane);
        ViewTransform look = mark.isPresent() ? pane.look() : null;
        if (look == null) {
            setVisible(false);
            return;
        }
        Point at = look.toScreen(
                new Point(mark.get().u() * look.imageWidth(), mark.get().v() * look.imageHeight()));
        boolean seen = at.x() >= 0 && at.y() >= 0 && at.x() <= pane.getWidth() && at.y() <= pane.getHeight();
        setVisible(seen);
        if (seen) {
            setTranslateX(Math.round(at.x()) + 0.5);
            setTranslateY(Math.round(at.y()) + 0.5);
        }
    }
}
