package org.nlcen.app.viewer;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.paint.Color;

import org.nlcen.image.Contour;

/** What is drawn and written on the source image. */
public final class OverlayModel {

    /**
     * The edge of a mask.
     *
     * @param name for the legend
     * @param detail a second, quieter word for the legend; may be empty
     * @param edges in the 256x256 pixels of the network, which cover the whole image
     * @param truth whether it is the ground truth, which is drawn dashed
     */
    public record Outline(String name, String detail, Color color, List<Contour> edges, boolean truth) {
        // never compared point by point
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final BooleanProperty storedVisible = new SimpleBooleanProperty(this, "storedVisible", true);
    private final BooleanProperty patientHidden = new SimpleBooleanProperty(this, "patientHidden");
    private final ReadOnlyObjectWrapper<List<Outline>> outlines =
            new ReadOnlyObjectWrapper<>(this, "outlines", List.of());

    public BooleanProperty visibleProperty() {
        return visible;
    }

    /** Whether drawings that are stored in the file are shown. */
    public BooleanProperty storedVisibleProperty() {
        return storedVisible;
    }

    public boolean visible() {
        return visible.get();
    }

    /** Whether nothing that tells who the patient is may be shown. */
    public BooleanProperty patientHiddenProperty() {
        return patientHidden;
    }

    public boolean patientHidden() {
        return patientHidden.get();
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
