package org.nlcen.app.inside;

import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

import org.nlcen.app.viewer.HeatPainter;
import org.nlcen.app.viewer.InputPainter;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;

/** A small square picture with an attention map on it and a ring at the place asked for; a click asks for another place. */
final class HeatView extends Pane {
    static final int SIDE = 120;
    private static final double STRENGTH = 0.62;
    private static final double RING = 4;

    private final WritableImage image = new WritableImage(SIDE, SIDE);
    private final Circle ring = new Circle(RING);

    /** @param click gets the place, as parts of width and height */
    HeatView(BiConsumer<Double, Double> click) {
        getStyleClass().add("heat-view");
        setMinSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        ring.getStyleClass().add("heat-ring");
        ring.setManaged(false);
        getChildren().addAll(new ImageView(image), ring);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseClicked(event -> click.accept(event.getX() / SIDE, event.getY() / SIDE));
    }

    /** @param top the attention in the brightest colour */
    void show(InputPainter under, ContextLevel level, double top, double u, double v) {
        int[] argb = new int[SIDE * SIDE];
        HeatPainter painter = new HeatPainter(under, enlarged(level), top, STRENGTH);
        painter.paint(argb, SIDE, SIDE, new ViewState().on(painter.extent(), SIDE, SIDE), 0xff000000);
        image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), argb, 0, SIDE);
        ring.setCenterX(u * SIDE);
        ring.setCenterY(v * SIDE);
    }

    /** Each position over the pixels it stands for. */
    private static float[] enlarged(ContextLevel level) {
        int size = NetworkInput.SIZE;
        float[] plane = new float[size * size];
        for (int y = 0; y < size; y++) {
            int row = y * level.height() / size * level.width();
            for (int x = 0; x < size; x++) {
                plane[y * size + x] = level.attention()[row + x * level.width() / size];
            }
        }
        return plane;
    }
}
