package org.nlcen.app.viewer;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

/**
 * The window (centre and width) an image is seen through. The panes that show what the networks see follow it in
 * proportion: what the default window shows white is their 255.
 */
public final class Windowing {
    private final ObjectProperty<VoiTransform> current = new SimpleObjectProperty<>(this, "current", plain(128, 256));
    private final BooleanProperty inverted = new SimpleBooleanProperty(this, "inverted");
    private List<VoiTransform> presets = List.of(current.get());

    /** @param choices what the file offers and what fits any image, best first, at least one */
    public void presets(List<? extends VoiTransform> choices) {
        presets = List.copyOf(choices);
        inverted.set(false);
        current.set(presets.get(0));
    }

    /** Other choices for the same image; the window in use stays, the first choice must be the same. */
    public void offer(List<? extends VoiTransform> choices) {
        presets = List.copyOf(choices);
    }

    /** Choices, window and inversion of another pane. */
    void take(Windowing other) {
        presets = other.presets;
        inverted.set(other.inverted());
        current.set(other.current());
    }

    /** Whether the window in use is one of the choices, not one set by hand. */
    public boolean preset() {
        return presets.contains(current.get());
    }

    /** Decimals with which centre and width are told: none, unless the window is narrow. */
    public int decimals() {
        return window().width() < 20 ? 2 : 0;
    }

    /** Width of the default window: what steps are measured by. */
    public double unit() {
        return window(presets.get(0)).width();
    }

    public List<VoiTransform> presets() {
        return presets;
    }

    public ReadOnlyObjectProperty<VoiTransform> currentProperty() {
        return current;
    }

    public VoiTransform current() {
        return current.get();
    }

    /** Whether dark is shown bright. */
    public BooleanProperty invertedProperty() {
        return inverted;
    }

    public boolean inverted() {
        return inverted.get();
    }

    /** Chooses a preset by its place in {@link #presets()}; a place past the end changes nothing. */
    public void choose(int place) {
        if (place >= 0 && place < presets.size()) {
            current.set(presets.get(place));
        }
    }

    /** Sets a window by its numbers; a width too small for its function is raised. */
    public void set(double center, double width) {
        Window base = window(current.get());
        double least = base.function() == Function.LINEAR ? 1 : 1e-3;
        current.set(new Window(base.name(), center, Math.max(least, width), base.function()));
    }

    /** Moves centre and width by fractions of the default window's width. */
    public void adjust(double centerPart, double widthPart) {
        Window base = window(current.get());
        set(base.center() + centerPart * unit(), base.width() + widthPart * unit());
    }

    /** The default window, not inverted. */
    public void reset() {
        inverted.set(false);
        choose(0);
    }

    /** The current window as numbers; a table is described by the range it covers. */
    public Window window() {
        return window(current.get());
    }

    /** Grey level, on the networks' scale of 0..255, that the current window shows black (white where inverted). */
    public double networkLow() {
        return onNetworkScale(inverted() ? 0.5 : -0.5);
    }

    /** Grey level, on the networks' scale of 0..255, that the current window shows white (black where inverted). */
    public double networkHigh() {
        return onNetworkScale(inverted() ? -0.5 : 0.5);
    }

    private double onNetworkScale(double end) {
        Window base = window(presets.get(0));
        Window now = window(current.get());
        double value = now.center() + end * now.width();
        return (value - (base.center() - base.width() / 2)) / base.width() * 255;
    }

    private static Window window(VoiTransform transform) {
        if (transform instanceof Window window) {
            return window;
        }
        VoiTransform.Lut table = (VoiTransform.Lut) transform;
        int length = table.entries().length;
        return new Window(table.name(), table.first() + length / 2.0, Math.max(1, length), Function.LINEAR);
    }

    private static Window plain(double center, double width) {
        return new Window("0–255", center, width, Function.LINEAR_EXACT);
    }
}
