package org.nlcen.app.viewer;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.nlcen.app.viewer.Links.Mark;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * Gestures on a pane: left drag uses the tool in the hand, middle drag (or with Space or Shift held) moves the image, right
 * drag and the wheel zoom, a click chooses the place, a double click resets; arrow keys set the window.
 */
public final class PaneMouse {
    private static final double WINDOW_PER_POINT = 1 / 400.0;
    private static final double WINDOW_PER_KEY = 1 / 100.0;
    private static final double FINE = 1 / 8.0;
    private static final double COARSE = 8;
    private static final double ZOOM_PER_NOTCH = 1.15;
    private static final double ZOOM_PER_POINT = 1.008;
    private static final double WHEEL_NOTCH = 40;

    /** What the button that is down does. */
    private enum Grip {
        NONE,
        WINDOW,
        PAN,
        ZOOM,
        LOUPE,
        GIVEN
    }

    private final ImagePane pane;
    private final PaneGroup group;
    private final Loupe loupe;
    private Gestures gestures;
    private Grip grip = Grip.NONE;
    private boolean space;
    private Point last = new Point(0, 0);
    private Point pressed = new Point(0, 0);

    PaneMouse(ImagePane pane, PaneGroup group) {
        this.pane = pane;
        this.group = group;
        loupe = new Loupe(pane);
        pane.decorate(new CursorCross(pane, group.links()));
        pane.decorate(loupe);
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::release);
        pane.setOnMouseMoved(this::move);
        pane.setOnMouseExited(this::exit);
        pane.setOnScroll(this::wheel);
        pane.setOnZoom(this::pinch);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.addEventHandler(KeyEvent.KEY_RELEASED, event -> space &= event.getCode() != KeyCode.SPACE);
        // a key let go elsewhere is not heard of here
        pane.focusedProperty().addListener((property, before, now) -> space &= now);
        group.tools().toolProperty().addListener((property, before, now) -> loupe.hide());
    }

    /** Lets someone have the left button before this pane uses it to look around. */
    public void offer(Gestures first) {
        gestures = first;
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        group.links().touch(pane.ownLook());
        last = new Point(event.getX(), event.getY());
        pressed = last;
        grip = grip(event);
        if (grip == Grip.WINDOW && event.getClickCount() == 2) {
            pane.ownLook().reset();
        } else if (grip == Grip.LOUPE) {
            loupe.show(last);
        }
        Cursor shape =
                switch (grip) {
                    case PAN -> Cursor.CLOSED_HAND;
                    case WINDOW -> Cursor.CROSSHAIR;
                    case ZOOM -> Cursor.V_RESIZE;
                    default -> pane.getCursor();
                };
        pane.setCursor(shape);
    }

    private Grip grip(MouseEvent event) {
        if (pane.look() == null) {
            return Grip.NONE;
        }
        if (event.getButton() == MouseButton.MIDDLE) {
            return Grip.PAN;
        }
        if (event.getButton() == MouseButton.SECONDARY) {
            return Grip.ZOOM;
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return Grip.NONE;
        }
        if (space) {
            return Grip.PAN;
        }
        if (gestures != null && gestures.press(touch(event))) {
            return Grip.GIVEN;
        }
        if (event.isShiftDown()) {
            return Grip.PAN;
        }
        return switch (group.tools().tool()) {
            case PAN -> Grip.PAN;
            case ZOOM -> Grip.ZOOM;
            case LOUPE -> Grip.LOUPE;
            default -> Grip.WINDOW;
        };
    }

    private void drag(MouseEvent event) {
        ViewTransform shown = pane.look();
        if (shown == null) {
            return;
        }
        double dx = event.getX() - last.x();
        double dy = event.getY() - last.y();
        last = new Point(event.getX(), event.getY());
        switch (grip) {
            case PAN -> {
                Point from = shown.toImage(new Point(0, 0));
                Point to = shown.toImage(new Point(dx, dy));
                pane.view().pan((from.x() - to.x()) / shown.imageWidth(), (from.y() - to.y()) / shown.imageHeight());
            }
            case ZOOM -> zoom(Math.pow(ZOOM_PER_POINT, -dy), pressed);
            case WINDOW -> {
                double part = event.isShortcutDown() ? WINDOW_PER_POINT * FINE : WINDOW_PER_POINT;
                pane.windowing().adjust(-dy * part, dx * part);
            }
            case LOUPE -> loupe.show(last);
            case GIVEN -> gestures.drag(touch(event));
            case NONE -> {}
        }
        point(event);
    }

    private void release(MouseEvent event) {
        if (grip == Grip.GIVEN && pane.look() != null) {
            gestures.release(touch(event));
        } else if (grip != Grip.NONE && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            choose(event);
        }
        grip = Grip.NONE;
        pane.setCursor(Cursor.DEFAULT);
    }

    /** A click with a tool that only drags says which place is meant. */
    private void choose(MouseEvent event) {
        if (pane.look() != null && touch(event).inside()) {
            Point at = pane.look().toImage(new Point(event.getX(), event.getY()));
            group.links()
                    .choose(new Mark(
                            pane,
                            at.x() / pane.look().imageWidth(),
                            at.y() / pane.look().imageHeight()));
        }
    }

    private void move(MouseEvent event) {
        point(event);
        boolean magnify = group.tools().tool() == Tool.LOUPE;
        if (magnify) {
            loupe.show(new Point(event.getX(), event.getY()));
        }
        Cursor wish = gestures == null || pane.look() == null ? null : gestures.move(touch(event));
        pane.setCursor(wish == null ? magnify ? Cursor.CROSSHAIR : Cursor.DEFAULT : wish);
    }

    private void point(MouseEvent event) {
        ViewTransform shown = pane.look();
        if (shown != null) {
            Point at = shown.toImage(new Point(event.getX(), event.getY()));
            group.links().point(new Mark(pane, at.x() / shown.imageWidth(), at.y() / shown.imageHeight()));
        }
    }

    private void exit(MouseEvent event) {
        group.links().leave(pane);
        loupe.hide();
        if (gestures != null) {
            gestures.exit();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = true;
            event.consume();
            return;
        }
        if (gestures != null && gestures.key(event.getCode(), event.isShiftDown(), event.isShortcutDown())) {
            event.consume();
            return;
        }
        double step = WINDOW_PER_KEY * (event.isShiftDown() ? COARSE : event.isShortcutDown() ? FINE : 1);
        switch (event.getCode()) {
            case UP -> pane.windowing().adjust(step, 0);
            case DOWN -> pane.windowing().adjust(-step, 0);
            case RIGHT -> pane.windowing().adjust(0, step);
            case LEFT -> pane.windowing().adjust(0, -step);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        double factor = Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / WHEEL_NOTCH);
        if (event.isShortcutDown() && group.tools().tool() == Tool.LOUPE) {
            loupe.strengthen(factor);
        } else {
            zoom(factor, new Point(event.getX(), event.getY()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        zoom(event.getZoomFactor(), new Point(event.getX(), event.getY()));
        event.consume();
    }

    private void zoom(double factor, Point at) {
        ViewTransform shown = pane.look();
        if (shown != null) {
            Point fixed = shown.toImage(at);
            pane.view().zoomAt(factor, fixed.x() / shown.imageWidth(), fixed.y() / shown.imageHeight());
        }
    }

    private Touch touch(MouseEvent event) {
        Point at = new Point(event.getX(), event.getY());
        return new Touch(at, pane.look(), event.getClickCount(), event.isShiftDown(), event.isShortcutDown());
    }
}
