package org.nlcen.app.viewer;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * Gestures on a pane: left drag windows, middle drag (or with the space bar held) pans, the wheel zooms at the cursor, a double click resets.
 */
public final class PaneMouse {
    private static final double WINDOW_PER_POINT = 1 / 400.0;
    private static final double ZOOM_PER_NOTCH = 1.15;
    private static final double WHEEL_NOTCH = 40;

    private final ImagePane pane;
    private final Look look;
    private boolean space;
    private double lastX;
    private double lastY;

    private PaneMouse(ImagePane pane, Look look) {
        this.pane = pane;
        this.look = look;
    }

    public static void install(ImagePane pane, Look look) {
        PaneMouse mouse = new PaneMouse(pane, look);
        pane.setOnMousePressed(mouse::press);
        pane.setOnMouseDragged(mouse::drag);
        pane.setOnMouseReleased(event -> pane.setCursor(Cursor.DEFAULT));
        pane.setOnScroll(mouse::zoom);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, mouse::key);
        pane.addEventHandler(KeyEvent.KEY_RELEASED, mouse::key);
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            look.reset();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = event.getEventType() == KeyEvent.KEY_PRESSED;
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        ViewTransform shown = pane.look();
        if (shown == null) {
            return;
        }
        boolean pan = event.isMiddleButtonDown() || event.isPrimaryButtonDown() && (space || event.isShiftDown());
        if (pan) {
            pane.setCursor(Cursor.CLOSED_HAND);
            Point from = shown.toImage(new Point(0, 0));
            Point to = shown.toImage(new Point(dx, dy));
            pane.view().pan((from.x() - to.x()) / shown.imageWidth(), (from.y() - to.y()) / shown.imageHeight());
        } else if (event.isPrimaryButtonDown()) {
            pane.setCursor(Cursor.CROSSHAIR);
            double part = event.isControlDown() ? WINDOW_PER_POINT / 8 : WINDOW_PER_POINT;
            look.windowing().adjust(-dy * part, dx * part);
        }
    }

    private void zoom(ScrollEvent event) {
        ViewTransform shown = pane.look();
        if (shown != null && event.getDeltaY() != 0) {
            Point at = shown.toImage(new Point(event.getX(), event.getY()));
            double factor = Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / WHEEL_NOTCH);
            pane.view().zoomAt(factor, at.x() / shown.imageWidth(), at.y() / shown.imageHeight());
            event.consume();
        }
    }
}
