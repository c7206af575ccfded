package org.nlcen.app.viewer;

import java.nio.IntBuffer;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** A magnifying glass over a pane: what lies under the pointer, several times as large. */
final class Loupe extends Group {
    private static final double RADIUS = 96;
    private static final double LEAST = 1.5;
    private static final double MOST = 12;
    private static final int BACKGROUND = 0xff000000;

    private final ImagePane pane;
    private final ImageView glass = new ImageView();
    private PixelBuffer<IntBuffer> pixels;
    private double factor = 3;
    private Point at;

    Loupe(ImagePane pane) {
        this.pane = pane;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        glass.setFitWidth(2 * RADIUS);
        glass.setFitHeight(2 * RADIUS);
        glass.setLayoutX(-RADIUS);
        glass.setLayoutY(-RADIUS);
        glass.setSmooth(false);
        glass.setClip(new Circle(RADIUS, RADIUS, RADIUS));
        Circle rim = new Circle(RADIUS, Color.TRANSPARENT);
        rim.setStroke(Color.web("#e8ecf1"));
        rim.setStrokeWidth(2);
        getChildren().addAll(glass, rim);
        pane.afterPaint(look -> paint());
    }

    /** Shows what is under this place of the pane. */
    void show(Point place) {
        at = place;
        paint();
    }

    void hide() {
        at = null;
        setVisible(false);
    }

    /** Magnifies more or less than now. */
    void strengthen(double by) {
        factor = Math.max(LEAST, Math.min(MOST, factor * by));
        paint();
    }

    private void paint() {
        ViewTransform look = at == null ? null : pane.look();
        Painter painter = pane.painter();
        if (look == null || painter == null) {
            setVisible(false);
            return;
        }
        double scale = pane.outputScale();
        int size = (int) Math.round(2 * RADIUS * scale);
        if (pixels == null || pixels.getWidth() != size) {
            pixels =
                    new PixelBuffer<>(size, size, IntBuffer.allocate(size * size), PixelFormat.getIntArgbPreInstance());
            glass.setImage(new WritableImage(pixels));
        }
        ViewTransform larger = new ViewTransform(
                look.imageWidth(),
                look.imageHeight(),
                look.aspect(),
                size,
                size,
                look.zoom() * factor * scale,
                look.toImage(at),
                look.quarterTurns(),
                look.mirrored());
        pixels.updateBuffer(buffer -> {
            painter.paint(buffer.getBuffer().array(), size, size, larger, BACKGROUND);
            return null;
        });
        setTranslateX(at.x());
        setTranslateY(at.y());
        setVisible(true);
    }
}
