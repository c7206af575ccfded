package org.nlcen.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

import org.nlcen.app.viewer.Gestures;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.Touch;
import org.nlcen.image.Point;
import org.nlcen.image.measure.Shape;

/**
 * Draws with the mouse: brush and eraser by dragging, outlines by dragging or by corners. With Ctrl held, the brush erases
 * and an outline empties.
 */
public final class DrawingEditor implements Gestures {
    private static final double STEP = 2;
    private static final double NEAR = 10;
    private static final double CLICK = 4;
    private static final double LARGER = 1.25;

    /**
     * What is shown of the tool.
     *
     * @param pointer place of the brush in points of the pane; empty where no brush is in the hand or off the image
     * @param outline corners so far, in image coordinates
     */
    public record Trace(Optional<Point> pointer, List<Point> outline) {}

    private final DrawingModel model;
    private final ToolModel tools;
    private final ReadOnlyObjectWrapper<Trace> trace =
            new ReadOnlyObjectWrapper<>(this, "trace", new Trace(Optional.empty(), List.of()));
    private final List<Point> points = new ArrayList<>();
    private Point last;
    private Touch pressed;
    private boolean painting;
    private boolean value;

    public DrawingEditor(DrawingModel model, ToolModel tools) {
        this.model = model;
        this.tools = tools;
        tools.toolProperty().addListener((property, before, now) -> cancel());
    }

    public ReadOnlyObjectProperty<Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Gives up the outline being made; false where none is. */
    public boolean cancel() {
        boolean making = !points.isEmpty();
        points.clear();
        trace.set(new Trace(Optional.empty(), List.of()));
        return making;
    }

    @Override
    public boolean press(Touch touch) {
        if (tools.tool().family() != Family.DRAW || model.image() == null) {
            return false;
        }
        pressed = touch;
        value = tools.tool() != Tool.ERASER ^ touch.control();
        switch (tools.tool()) {
            case BRUSH, ERASER -> {
                painting = true;
                model.begin();
                last = touch.image();
                dab(touch);
            }
            case FILL -> {
                if (touch.inside()) {
                    model.flood((int) touch.image().x(), (int) touch.image().y());
                }
            }
            default -> corner(touch);
        }
        return true;
    }

    private void corner(Touch touch) {
        boolean closing = points.size() >= 3
                && (touch.clicks() == 2 || touch.view().toScreen(points.get(0)).distance(touch.screen()) <= NEAR);
        if (closing) {
            finish();
        } else if (touch.clicks() < 2 || points.isEmpty()) {
            points.add(touch.image());
            show(touch);
        }
    }

    private void dab(Touch touch) {
        double radius = model.brushProperty().get() / 2;
        double across = radius / touch.view().zoom();
        Point now = touch.image();
        model.brush(last, now, across, across / touch.view().aspect(), value);
        last = now;
    }

    @Override
    public void drag(Touch touch) {
        if (painting) {
            dab(touch);
        } else if (tools.tool() == Tool.REGION && !points.isEmpty()) {
            Point before = touch.view().toScreen(points.get(points.size() - 1));
            if (before.distance(touch.screen()) >= STEP) {
                points.add(touch.image());
            }
        }
        show(touch);
    }

    @Override
    public void release(Touch touch) {
        if (painting) {
            painting = false;
            model.end();
        } else if (!points.isEmpty() && pressed.screen().distance(touch.screen()) >= CLICK && points.size() >= 3) {
            finish();
        }
    }

    private void finish() {
        Shape.Polygon outline = new Shape.Polygon(points);
        points.clear();
        trace.set(new Trace(Optional.empty(), List.of()));
        model.fill(outline, value);
    }

    @Override
    public Cursor move(Touch touch) {
        if (tools.tool().family() != Family.DRAW) {
            return null;
        }
        show(touch);
        return brushInHand() && touch.inside() ? Cursor.NONE : Cursor.CROSSHAIR;
    }

    private void show(Touch touch) {
        Optional<Point> pointer =
                brushInHand() && (painting || touch.inside()) ? Optional.of(touch.screen()) : Optional.empty();
        List<Point> outline = new ArrayList<>(points);
        if (!points.isEmpty()) {
            outline.add(touch.image());
        }
        trace.set(new Trace(pointer, outline));
    }

    private boolean brushInHand() {
        return tools.tool() == Tool.BRUSH || tools.tool() == Tool.ERASER;
    }

    @Override
    public void exit() {
        trace.set(new Trace(Optional.empty(), trace.get().outline()));
    }

    @Override
    public boolean key(KeyCode code, boolean shift, boolean control) {
        if (tools.tool().family() != Family.DRAW) {
            return false;
        }
        boolean making = tools.tool() == Tool.REGION && !points.isEmpty();
        if (code == KeyCode.ENTER && making && points.size() >= 3) {
            finish();
        } else if (code == KeyCode.BACK_SPACE && making) {
            points.remove(points.size() - 1);
            trace.set(new Trace(Optional.empty(), List.copyOf(points)));
        } else if (code == KeyCode.UP && brushInHand()) {
            model.scaleBrush(LARGER);
        } else if (code == KeyCode.DOWN && brushInHand()) {
            model.scaleBrush(1 / LARGER);
        } else {
            return false;
        }
        return true;
    }
}
