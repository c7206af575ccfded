package org.nlcen.app.viewer;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * Which part of an image is seen, and how it is turned. Free of pixels: the centre is a fraction of the image and the zoom
 * is relative to "the whole image fits", so that panes of any size showing the same subject can share one state.
 */
public final class ViewState {
    /** Largest zoom; at 64 a network pixel fills a thumbnail. */
    public static final double MAX_ZOOM = 64;

    private static final double MIN_ZOOM = 0.25;
    /** Smallest zoom that is asked for by number: a small image shown pixel for pixel on a large screen. */
    private static final double LEAST_ZOOM = 1.0 / 1024;

    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final DoubleProperty centerX = new SimpleDoubleProperty(this, "centerX", 0.5);
    private final DoubleProperty centerY = new SimpleDoubleProperty(this, "centerY", 0.5);
    private final IntegerProperty quarterTurns = new SimpleIntegerProperty(this, "quarterTurns");
    private final BooleanProperty mirrored = new SimpleBooleanProperty(this, "mirrored");

    /** 1 where the whole image just fits its pane. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom;
    }

    public double zoom() {
        return zoom.get();
    }

    /** Fraction of the image's width that lies at the middle of the pane. */
    public double centerX() {
        return centerX.get();
    }

    /** Fraction of the image's height that lies at the middle of the pane. */
    public double centerY() {
        return centerY.get();
    }

    /** Clockwise quarter turns, 0 to 3. */
    public ReadOnlyIntegerProperty quarterTurnsProperty() {
        return quarterTurns;
    }

    public int quarterTurns() {
        return quarterTurns.get();
    }

    /** Whether left and right are exchanged before the image is turned. */
    public ReadOnlyBooleanProperty mirroredProperty() {
        return mirrored;
    }

    public boolean mirrored() {
        return mirrored.get();
    }

    /** Calls back after any change. */
    public void onChange(Runnable action) {
        InvalidationListener listener = observable -> action.run();
        zoom.addListener(listener);
        centerX.addListener(listener);
        centerY.addListener(listener);
        quarterTurns.addListener(listener);
        mirrored.addListener(listener);
    }

    /** Zooms by a factor and keeps the image point {@code (u, v)} (fractions of the image) where it is on the screen. */
    public void zoomAt(double factor, double u, double v) {
        double before = zoom.get();
        double after = clamp(before * factor, Math.min(MIN_ZOOM, before), MAX_ZOOM);
        zoom.set(after);
        double kept = before / after;
        center(u + (centerX.get() - u) * kept, v + (centerY.get() - v) * kept);
    }

    /** Sets the zoom around the middle of the pane. */
    public void zoomTo(double value) {
        zoom.set(clamp(value, LEAST_ZOOM, MAX_ZOOM));
    }

    /** Moves the image point at the pane's middle by fractions of the image. */
    public void pan(double du, double dv) {
        center(centerX.get() + du, centerY.get() + dv);
    }

    /** Shows the whole image; turning and mirroring stay. */
    public void fit() {
        zoom.set(1);
        center(0.5, 0.5);
    }

    /** Turns clockwise as seen now, by quarters (negative: the other way). */
    public void turn(int quarters) {
        quarterTurns.set(Math.floorMod(quarterTurns.get() + quarters, 4));
    }

    /** Exchanges left and right as seen now. */
    public void flipHorizontally() {
        quarterTurns.set(Math.floorMod(-quarterTurns.get(), 4));
        mirrored.set(!mirrored.get());
    }

    /** Exchanges top and bottom as seen now. */
    public void flipVertically() {
        quarterTurns.set(Math.floorMod(2 - quarterTurns.get(), 4));
        mirrored.set(!mirrored.get());
    }

    /**
     * Where a picture lies in a pane.
     *
     * @param picture the picture's size
     * @param width of the pane, in the unit screen places are wanted in
     */
    public ViewTransform on(Painter.Extent picture, double width, double height) {
        Point centre = new Point(centerX.get() * picture.width(), centerY.get() * picture.height());
        double fit = fitZoom(picture, width, height);
        return transform(picture, width, height, fit * zoom.get(), centre);
    }

    /** Screen units per image column at which the whole picture fits. */
    public double fitZoom(Painter.Extent picture, double width, double height) {
        return transform(picture, width, height, 1, new Point(0, 0)).fit().zoom();
    }

    private ViewTransform transform(
            Painter.Extent picture, double width, double height, double pixelZoom, Point centre) {
        return new ViewTransform(
                picture.width(),
                picture.height(),
                picture.aspect(),
                width,
                height,
                pixelZoom,
                centre,
                quarterTurns.get(),
                mirrored.get());
    }

    /** Everything as it was kept; numbers out of range are brought into it. */
    public void restore(double kept, double u, double v, int turns, boolean mirror) {
        zoom.set(clamp(kept, LEAST_ZOOM, MAX_ZOOM));
        center(u, v);
        quarterTurns.set(Math.floorMod(turns, 4));
        mirrored.set(mirror);
    }

    /** Everything as it was when the image was opened. */
    public void reset() {
        fit();
        quarterTurns.set(0);
        mirrored.set(false);
    }

    void takeZoom(ViewState other) {
        zoom.set(other.zoom());
    }

    void takeCenter(ViewState other) {
        center(other.centerX(), other.centerY());
    }

    void takeTurn(ViewState other) {
        quarterTurns.set(other.quarterTurns());
        mirrored.set(other.mirrored());
    }

    void takeAll(ViewState other) {
        takeZoom(other);
        takeCenter(other);
        takeTurn(other);
    }

    private void center(double u, double v) {
        centerX.set(clamp(u, 0, 1));
        centerY.set(clamp(v, 0, 1));
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
