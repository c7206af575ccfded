package org.nlcen.app.viewer;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.paint.Color;

/** The outlines drawn on the source image. */
public final class OverlayModel {

    /**
     * The edge of a mask.
     *
     * @param name for the legend
     * @param detail a second, quieter word for the legend; may be empty
     * @param foreground probabilities over the whole image, 256 * 256; the edge lies at one half
     * @param truth whether it is the ground truth, which is drawn dashed
     */
    public record Outline(String name, String detail, Color color, float[] foreground, boolean truth) {}

    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final ReadOnlyObjectWrapper<List<Outline>> outlines =
            new ReadOnlyObjectWrapper<>(this, "outlines", List.of());

    public BooleanProperty visibleProperty() {
        return visible;
    }

    public boolean visible() {
        return visible.get();
    }

    public ReadOnlyObjectProperty<List<Outline>> outlinesProperty() {
        return outlines.getReadOnlyProperty();
    }

    public List<Outline> outlines() {
        return outlines.get();
    }

    public void show(List<Outline> edges) {
        outlines.set(List.copyOf(edges));
    }
}
