package org.nlcen.app.viewer;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.paint.Color;

import org.nlcen.image.Contour;

/** What is drawn and written on the source image. */
public final class OverlayModel {

    /** Id of the ground truth among the structures. */
    public static final String TRUTH = "truth";

    /**
     * A structure on the image.
     *
     * @param id of the network, or {@link #TRUTH}
     * @param name for the legend
     * @param detail a second, quieter word for the legend; may be empty
     * @param color where the user has chosen none
     * @param edges in the 256x256 pixels of the network, which cover the whole image
     * @param foreground the same as a surface
     */
    public record Outline(
            String id, String name, String detail, Color color, List<Contour> edges, Foreground foreground) {
        /** Whether it is the ground truth, which is drawn dashed. */
        public boolean truth() {
            return TRUTH.equals(id);
        }

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

    /**
     * Two structures shown against each other.
     *
     * @param predicted id of the one judged
     * @param reference id of the one it is judged by
     */
    public record Comparison(String predicted, String reference) {}

    private static final double COMPARISON_OPACITY = 0.55;

    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final BooleanProperty storedVisible = new SimpleBooleanProperty(this, "storedVisible", true);
    private final BooleanProperty patientHidden = new SimpleBooleanProperty(this, "patientHidden");
    private final ReadOnlyObjectWrapper<List<Outline>> outlines =
            new ReadOnlyObjectWrapper<>(this, "outlines", List.of());

    private final ObservableMap<String, OverlayStyle> styles = FXCollections.observableHashMap();
    private final ObjectProperty<Optional<Comparison>> comparison =
            new SimpleObjectProperty<>(this, "comparison", Optional.empty());

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

    /** How structures are drawn, by id; those that are not there in the default style. */
    public ObservableMap<String, OverlayStyle> styles() {
        return styles;
    }

    public OverlayStyle style(String id) {
        return styles.getOrDefault(id, OverlayStyle.DEFAULT);
    }

    /** The colour of a structure: the user's, else its own. */
    public Color color(Outline outline) {
        return style(outline.id()).color().orElse(outline.color());
    }

    /** Which two structures are shown against each other, if any. */
    public ObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison;
    }

    public Optional<Outline> outline(String id) {
        return outlines().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The picture with all surfaces, and the comparison where one is chosen, laid over it. */
    Painter over(Painter picture) {
        Painter painter = picture;
        if (!visible()) {
            return painter;
        }
        for (Outline outline : outlines()) {
            OverlayStyle style = style(outline.id());
            if (style.filled()) {
                int argb = OverlayStyles.argb(color(outline));
                painter = new TintPainter(painter, outline.foreground(), argb, style.surface(), false);
            }
        }
        if (comparison.get().isPresent()) {
            Optional<Outline> predicted = outline(comparison.get().get().predicted());
            Optional<Outline> reference = outline(comparison.get().get().reference());
            if (predicted.isPresent() && reference.isPresent()) {
                painter = new ComparisonPainter(
                        painter, predicted.get().foreground(), reference.get().foreground(), COMPARISON_OPACITY);
            }
        }
        return painter;
    }

    public void show(List<Outline> edges) {
        outlines.set(List.copyOf(edges));
    }
}
