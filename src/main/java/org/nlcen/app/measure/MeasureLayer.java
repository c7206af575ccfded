package org.nlcen.app.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.measure.MeasureModel.Measurement;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;
import org.nlcen.image.measure.Region;
import org.nlcen.image.measure.Shape;

/** Draws the measurements over a pane, as lines that stay thin at any zoom. */
public final class MeasureLayer extends Pane {
    private static final Color LINE = Color.web("#8ef0c8");
    private static final Color CHOSEN = Color.web("#fff3a3");
    private static final Color HALO = Color.gray(0, 0.7);
    private static final double HALO_WIDTH = 3.6;
    private static final double LINE_WIDTH = 1.5;
    private static final double HANDLE = 4;
    private static final int MOST_HANDLES = 40;
    private static final double APART = 10;
    private static final long DRAFT = -1;

    private final ImagePane pane;
    private final MeasureModel model;
    private final MeasureText text;
    private final Map<Long, View> views = new HashMap<>();

    /** The nodes of one measurement. */
    private static final class View extends Group {
        private final Polyline halo = line(HALO, HALO_WIDTH);
        private final Polyline line = line(LINE, LINE_WIDTH);
        private final Group handles = new Group();
        private final Label label = new Label();

        View() {
            label.getStyleClass().addAll("measure-label", "number");
            getChildren().addAll(halo, line, handles, label);
            setManaged(false);
        }

        private static Polyline line(Color colour, double width) {
            Polyline line = new Polyline();
            line.setStroke(colour);
            line.setStrokeWidth(width);
            line.setStrokeLineJoin(StrokeLineJoin.ROUND);
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            line.setFill(null);
            return line;
        }
    }

    public MeasureLayer(ImagePane pane, MeasureModel model, Texts texts) {
        this.pane = pane;
        this.model = model;
        this.text = new MeasureText(texts);
        setMouseTransparent(true);
        getStyleClass().add("measure-layer");
        Pulse redraw = new Pulse(() -> place(pane.look()));
        pane.afterPaint(this::place);
        model.allProperty().addListener((Observable value) -> redraw.ask());
        model.draftProperty().addListener((Observable value) -> redraw.ask());
        model.selectedProperty().addListener((Observable value) -> redraw.ask());
    }

    private void place(ViewTransform look) {
        Set<Long> shown = new HashSet<>();
        if (look != null && model.image() != null) {
            for (Measurement one : model.all()) {
                shown.add(one.id());
                draw(one, look);
            }
            model.draftProperty().get().ifPresent(shape -> {
                shown.add(DRAFT);
                draw(new Measurement(DRAFT, shape, Optional.empty()), look);
            });
        }
        views.entrySet().removeIf(entry -> {
            boolean gone = !shown.contains(entry.getKey());
            if (gone) {
                getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    private void draw(Measurement one, ViewTransform look) {
        View view = views.computeIfAbsent(one.id(), id -> {
            View made = new View();
            getChildren().add(made);
            return made;
        });
        boolean chosen = one.id() == DRAFT
                || model.selectedProperty().get().filter(id -> id == one.id()).isPresent();
        List<Point> outline = one.shape() instanceof Shape.Probe probe
                ? tick(look.toScreen(probe.at()))
                : one.shape().outline().stream().map(look::toScreen).toList();
        Double[] points = new Double[2 * outline.size()];
        for (int i = 0; i < outline.size(); i++) {
            points[2 * i] = outline.get(i).x();
            points[2 * i + 1] = outline.get(i).y();
        }
        view.halo.getPoints().setAll(points);
        view.line.getPoints().setAll(points);
        view.line.setStroke(chosen ? CHOSEN : LINE);
        handles(view, one.shape(), look, chosen);
        view.label.setText(text.of(one, model.image()));
        view.label.setTextFill(chosen ? CHOSEN : LINE);
        boolean seen = outline.stream().anyMatch(this::onPane);
        view.setVisible(seen || one.shape() instanceof Region);
        view.label.setVisible(seen);
        beside(view.label, one.shape(), outline);
    }

    private boolean onPane(Point at) {
        return at.x() >= 0 && at.y() >= 0 && at.x() <= pane.getWidth() && at.y() <= pane.getHeight();
    }

    /** A cross of two short lines through a place, in one stroke. */
    private static List<Point> tick(Point at) {
        double arm = 7;
        return List.of(
                new Point(at.x() - arm, at.y()),
                new Point(at.x() + arm, at.y()),
                at,
                new Point(at.x(), at.y() - arm),
                new Point(at.x(), at.y() + arm));
    }

    private static void handles(View view, Shape shape, ViewTransform look, boolean chosen) {
        List<Point> places = shape.handles();
        boolean shown = chosen && places.size() <= MOST_HANDLES && !(shape instanceof Shape.Probe);
        int count = shown ? places.size() : 0;
        List<Node> circles = view.handles.getChildren();
        while (circles.size() < count) {
            Circle circle = new Circle(HANDLE, Color.gray(0, 0.55));
            circle.setStroke(CHOSEN);
            circle.setStrokeWidth(LINE_WIDTH);
            circles.add(circle);
        }
        view.handles.getChildren().remove(count, circles.size());
        for (int i = 0; i < count; i++) {
            Point at = look.toScreen(places.get(i));
            circles.get(i).setTranslateX(at.x());
            circles.get(i).setTranslateY(at.y());
        }
    }

    /** Puts the text at the right of the shape's lowest place, inside the pane. */
    private void beside(Label label, Shape shape, List<Point> outline) {
        Point anchor = shape instanceof Shape.Distance ? outline.get(outline.size() - 1) : outline.get(0);
        for (Point point : outline) {
            boolean lower = shape instanceof Shape.Distance
                    ? point.x() > anchor.x()
                    : point.y() + point.x() > anchor.y() + anchor.x();
            anchor = lower ? point : anchor;
        }
        label.applyCss();
        label.autosize();
        double x = Math.min(anchor.x() + APART, Math.max(0, pane.getWidth() - label.getWidth() - 2));
        double y = Math.min(anchor.y() + APART / 2, Math.max(0, pane.getHeight() - label.getHeight() - 2));
        label.relocate(Math.round(Math.max(2, x)), Math.round(Math.max(2, y)));
    }
}
