package org.nlcen.app.base;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller, controls, type and all; the content has that much less or more room. Where it would not
 * fit, it is shown as large as it does: nothing is cut off.
 */
public final class ZoomPane extends Region {
    private static final double SMALLEST = 0.75;

    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final Scale scale = new Scale();
    private final Region content;

    public ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.addListener((property, before, now) -> requestLayout());
    }

    /** 1 for the size as it is. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    @Override
    protected void layoutChildren() {
        double wide = getWidth() / Math.max(1, content.minWidth(-1));
        double high = getHeight() / Math.max(1, content.minHeight(-1));
        double shown = Math.max(SMALLEST, Math.min(zoom.get(), Math.min(wide, high)));
        scale.setX(shown);
        scale.setY(shown);
        content.resizeRelocate(0, 0, getWidth() / shown, getHeight() / shown);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
