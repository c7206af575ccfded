package org.nlcen.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

import org.nlcen.app.measure.MeasureModel.Measurement;
import org.nlcen.app.viewer.Gestures;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.Touch;
import org.nlcen.image.Point;
import org.nlcen.image.measure.Ruler;
import org.nlcen.image.measure.Shape;

/**
 * Makes and changes measurements with the mouse. Lines and legs are made by dragging or by single clicks, a polygon by
 * clicks and a double click (or a click on its first corner), freehand by dragging.
 */
public final class MeasureEditor implements Gestures {
    private static final double CLICK = 4;
    private static final double NEAR = 10;
    private static final double FREEHAND_STEP = 3;
    private static final double NUDGE = 1;
    private static final double FAR_NUDGE = 10;

    private final MeasureModel model;
    private final ToolModel tools;
    /** Places of the measurement being made, in image coordinates. */
    private final List<Point> points = new ArrayList<>();

    /** How many of the places are fixed; the one after them follows the pointer. */
    private int placed;

    private Hit grip;
    private Shape before;
    private Point last;
    private Touch pressed;

    public MeasureEditor(MeasureModel model, ToolModel tools) {
        this.model = model;
        this.tools = tools;
        tools.toolProperty().addListener((property, old, now) -> cancel());
    }

    /** Gives up what is being made; false where nothing is. */
    public boolean cancel() {
        boolean making = !points.isEmpty();
        points.clear();
        placed = 0;
        model.draft(Optional.empty());
        return making;
    }

    @Override
    public boolean press(Touch touch) {
        pressed = touch;
        last = touch.image();
        if (points.isEmpty() && takeHold(touch)) {
            return true;
        }
        if (tools.tool().family() != Family.MEASURE) {
            model.selectedProperty().set(Optional.empty());
            return false;
        }
        model.selectedProperty().set(Optional.empty());
        if (!touch.inside() && points.isEmpty()) {
            return false;
        }
        begin(touch);
        return true;
    }

    private boolean takeHold(Touch touch) {
        Optional<Hit> hit = Hit.at(model.all(), touch.screen(), touch.view());
        hit.ifPresent(found -> {
            grip = found;
            before = found.measurement().shape();
            model.selectedProperty().set(Optional.of(found.measurement().id()));
        });
        return hit.isPresent();
    }

    private void begin(Touch touch) {
        Point at = within(touch);
        switch (tools.tool()) {
            case PROBE -> model.add(new Shape.Probe(at));
            case POLYGON -> corner(touch, at);
            case FREEHAND -> {
                points.add(at);
                placed = 1;
            }
            default -> {
                if (points.isEmpty()) {
                    points.add(at);
                }
                place(at);
            }
        }
    }

    /** Fixes the place that followed the pointer; another one follows it where more are needed. */
    private void place(Point at) {
        if (placed > 0) {
            points.set(points.size() - 1, at);
        }
        placed++;
        if (placed < needed()) {
            points.add(at);
        }
        show();
    }

    private int needed() {
        return tools.tool() == Tool.ANGLE ? 3 : 2;
    }

    private void corner(Touch touch, Point at) {
        boolean closing = points.size() >= 3
                && (touch.clicks() == 2 || touch.view().toScreen(points.get(0)).distance(touch.screen()) <= NEAR);
        if (closing) {
            finish();
        } else if (touch.clicks() < 2 || points.isEmpty()) {
            points.add(at);
            show();
        }
    }

    @Override
    public void drag(Touch touch) {
        if (grip != null) {
            dragGrip(touch);
        } else if (!points.isEmpty()) {
            follow(touch, true);
        }
    }

    private void dragGrip(Touch touch) {
        Point at = within(touch);
        Measurement now = model.find(grip.measurement().id()).orElseThrow();
        Shape changed = grip.handle() >= 0
                ? before.with(grip.handle(), at)
                : now.shape().moved(at.x() - last.x(), at.y() - last.y());
        last = at;
        model.drag(now.id(), changed);
    }

    private void follow(Touch touch, boolean dragging) {
        Point at = within(touch);
        switch (tools.tool()) {
            case FREEHAND -> {
                Point previous = touch.view().toScreen(points.get(points.size() - 1));
                if (dragging && previous.distance(touch.screen()) >= FREEHAND_STEP) {
                    points.add(at);
                }
            }
            case ELLIPSE -> points.set(1, touch.shift() ? circle(points.get(0), at, model.ruler()) : at);
            case POLYGON -> {}
            default -> points.set(points.size() - 1, at);
        }
        if (tools.tool() == Tool.POLYGON) {
            List<Point> ahead = new ArrayList<>(points);
            ahead.add(at);
            model.draft(Optional.of(new Shape.Polygon(ahead)));
        } else {
            show();
        }
    }

    /** The corner of a square, as seen in the ruler's unit, that {@code at} spans with {@code from}. */
    static Point circle(Point from, Point at, Ruler ruler) {
        double wide = Math.abs(at.x() - from.x()) * ruler.columnSize();
        double high = Math.abs(at.y() - from.y()) * ruler.rowSize();
        double side = Math.max(wide, high);
        return new Point(
                from.x() + Math.copySign(side / ruler.columnSize(), at.x() - from.x()),
                from.y() + Math.copySign(side / ruler.rowSize(), at.y() - from.y()));
    }

    @Override
    public void release(Touch touch) {
        if (grip != null) {
            model.moved(grip.measurement().id(), before);
            grip = null;
            return;
        }
        if (points.isEmpty()) {
            return;
        }
        boolean clicked = pressed.screen().distance(touch.screen()) < CLICK;
        switch (tools.tool()) {
            case ELLIPSE, FREEHAND -> {
                if (clicked) {
                    cancel();
                } else {
                    finish();
                }
            }
            case POLYGON -> {}
            default -> {
                if (!clicked && placed < needed()) {
                    place(within(touch));
                }
                if (placed >= needed()) {
                    finish();
                }
            }
        }
    }

    private void finish() {
        shape().ifPresent(model::add);
        cancel();
    }

    private void show() {
        model.draft(shape());
    }

    private Optional<Shape> shape() {
        return Optional.ofNullable(
                switch (tools.tool()) {
                    case DISTANCE -> new Shape.Distance(points.get(0), points.get(1));
                    case ANGLE ->
                        points.size() < 3
                                ? new Shape.Distance(points.get(0), points.get(1))
                                : new Shape.Angle(points.get(0), points.get(1), points.get(2));
                    case ELLIPSE -> new Shape.Ellipse(points.get(0), points.get(1));
                    case POLYGON, FREEHAND -> new Shape.Polygon(points);
                    default -> null;
                });
    }

    @Override
    public Cursor move(Touch touch) {
        if (!points.isEmpty()) {
            follow(touch, false);
            return Cursor.CROSSHAIR;
        }
        Optional<Hit> hit = Hit.at(model.all(), touch.screen(), touch.view());
        if (hit.isPresent()) {
            return hit.get().handle() >= 0 ? Cursor.HAND : Cursor.MOVE;
        }
        return tools.tool().family() == Family.MEASURE ? Cursor.CROSSHAIR : null;
    }

    @Override
    public void exit() {
        // what is being made waits for the pointer to come back
    }

    @Override
    public boolean key(KeyCode code, boolean shift, boolean control) {
        if (!points.isEmpty()) {
            return keyWhileMaking(code);
        }
        if (model.selected().isEmpty()) {
            return false;
        }
        double by = shift ? FAR_NUDGE : NUDGE;
        switch (code) {
            case UP -> model.nudge(0, -by);
            case DOWN -> model.nudge(0, by);
            case LEFT -> model.nudge(-by, 0);
            case RIGHT -> model.nudge(by, 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean keyWhileMaking(KeyCode code) {
        boolean polygon = tools.tool() == Tool.POLYGON;
        if (code == KeyCode.ENTER && polygon && points.size() >= 3) {
            finish();
        } else if (code == KeyCode.BACK_SPACE && polygon && points.size() > 1) {
            points.remove(points.size() - 1);
            show();
        } else {
            return false;
        }
        return true;
    }

    /** Kept on the image. */
    private static Point within(Touch touch) {
        Point at = touch.image();
        return new Point(
                Math.max(0, Math.min(touch.view().imageWidth(), at.x())),
                Math.max(0, Math.min(touch.view().imageHeight(), at.y())));
    }
}
