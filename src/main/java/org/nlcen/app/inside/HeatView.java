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
    private static final double STRENGTH = 0.62;
    private static final double RING = 4;

    private final int side;
    private final WritableImage image;
    private final Circle ring = new Circle(RING);

    /**
     * @param side of the picture in points
     * @param click gets the place, as parts of width and height
     */
    HeatView(int side, BiConsumer<Double, Double> click) {
        this.side = side;
        this.image = new WritableImage(side, side);
        getStyleClass().add("heat-view");
        setMinSize(side, side);
        setMaxSize(side, side);
        ring.getStyleClass().add("heat-ring");
        ring.setManaged(false);
        getChildren().addAll(new ImageView(image), ring);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseClicked(event -> click.accept(event.getX() / side, event.getY() / side));
    }

    /** @param top the attention in the brightest colour */
    void show(InputPainter under, ContextLevel level, double top, double u, double v) {
        int[] argb = new int[side * side];
        HeatPainter painter = new HeatPainter(under, enlarged(level), top, STRENGTH);
        painter.paint(argb, side, side, new ViewState().on(painter.extent(), side, side), 0xff000000);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
        ring.setCenterX(u * side);
        ring.setCenterY(v * side);
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
