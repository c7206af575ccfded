package org.nlcen.app.viewer;

import java.util.Optional;
import javafx.scene.paint.Color;

/**
 * How one structure is drawn on the source image.
 *
 * @param color empty for the network's own
 * @param opacity within 0..1
 * @param mode line, surface or both
 * @param visible whether it is drawn at all
 */
public record OverlayStyle(Optional<Color> color, double opacity, Mode mode, boolean visible) {
    /** A line in the network's own colour. */
    public static final OverlayStyle DEFAULT = new OverlayStyle(Optional.empty(), 1, Mode.OUTLINE, true);

    // a surface must let the image through even where the line is opaque
    private static final double SURFACE = 0.45;

    /** What is drawn of a structure. */
    public enum Mode {
        OUTLINE,
        FILL,
        BOTH
    }

    public OverlayStyle {
        opacity = Math.max(0.05, Math.min(1, opacity));
    }

    public OverlayStyle with(Color other) {
        return new OverlayStyle(Optional.ofNullable(other), opacity, mode, visible);
    }

    public OverlayStyle with(double other) {
        return new OverlayStyle(color, other, mode, visible);
    }

    public OverlayStyle with(Mode other) {
        return new OverlayStyle(color, opacity, other, visible);
    }

    public OverlayStyle with(boolean other) {
        return new OverlayStyle(color, opacity, mode, other);
    }

    /** Whether a line is drawn. */
    public boolean lined() {
        return visible && mode != Mode.FILL;
    }

    /** Whether a surface is drawn. */
    public boolean filled() {
        return visible && mode != Mode.OUTLINE;
    }

    /** Opacity of the surface, so that the image shows through. */
    public double surface() {
        return opacity * SURFACE;
    }
}
