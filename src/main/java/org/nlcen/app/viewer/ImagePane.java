package org.nlcen.app.viewer;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.nlcen.image.ViewTransform;

/**
 * A picture under a view: holds as many pixels as the pane has on the screen, never as many as the image, and paints them
 * again in the next pulse after something changed.
 */
public final class ImagePane extends Region {
    private static final int BACKGROUND = 0xff000000;

    private final ImageView surface = new ImageView();
    private final Look own;
    private Painter painter;
    private PixelBuffer<IntBuffer> pixels;
    private boolean stale = true;
    private final List<Consumer<ViewTransform>> afterPaint = new ArrayList<>();
    private PaneMouse mouse;

    /** @param own which part to show, through which window */
    ImagePane(Look own) {
        this.own = own;
        own.view().onChange(this::repaint);
        getStyleClass().add("image-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        surface.setSmooth(false);
        surface.setMouseTransparent(true);
        getChildren().add(surface);
        setMinSize(48, 48);
    }

    /** Which part is shown. */
    public ViewState view() {
        return own.view();
    }

    /** Through which window; the painter shown has to follow it. */
    public Windowing windowing() {
        return own.windowing();
    }

    /** Both of them. */
    Look ownLook() {
        return own;
    }

    /** What the mouse does here. */
    public PaneMouse mouse() {
        return mouse;
    }

    void mouse(PaneMouse gestures) {
        mouse = gestures;
    }

    /** Lays something unmanaged over the picture. */
    void decorate(Node node) {
        getChildren().add(node);
    }

    Painter painter() {
        return painter;
    }

    /** What to show; null for nothing. */
    public void show(Painter next) {
        painter = next;
        repaint();
    }

    /** Paints again in the next pulse. */
    public void repaint() {
        stale = true;
        requestLayout();
    }

    /** Called after each painting with the transform in the pane's own units, for what is drawn on top. */
    public void afterPaint(Consumer<ViewTransform> action) {
        afterPaint.add(action);
    }

    /** Where the picture lies, in points of this pane; null while nothing is shown. */
    public ViewTransform look() {
        return painter == null || getWidth() < 1 || getHeight() < 1
                ? null
                : own.view().on(painter.extent(), getWidth(), getHeight());
    }

    /** The size of the picture shown; null while nothing is. */
    public Painter.Extent extent() {
        return painter == null ? null : painter.extent();
    }

    @Override
    protected void layoutChildren() {
        double scale = outputScale();
        int width = (int) Math.round(getWidth() * scale);
        int height = (int) Math.round(getHeight() * scale);
        if (width < 1 || height < 1) {
            return;
        }
        if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            surface.setImage(new WritableImage(pixels));
            surface.setFitWidth(getWidth());
            surface.setFitHeight(getHeight());
            stale = true;
        }
        if (stale) {
            stale = false;
            pixels.updateBuffer(buffer -> {
                paint(buffer.getBuffer().array(), width, height);
                return null;
            });
            ViewTransform shown = look();
            afterPaint.forEach(action -> action.accept(shown));
        }
    }

    private void paint(int[] argb, int width, int height) {
        if (painter == null) {
            Arrays.fill(argb, BACKGROUND);
        } else {
            painter.paint(argb, width, height, own.view().on(painter.extent(), width, height), BACKGROUND);
        }
    }

    /** Points of the window per point of this pane; above 1 where the window is zoomed. */
    public double enlarged() {
        return getLocalToSceneTransform().getMxx();
    }

    /** Screen pixels per point of this pane, which a zoomed window shows larger than a point. */
    double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX() * enlarged();
    }
}
