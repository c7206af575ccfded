package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.nlcen.image.VoiTransform;

/**
 * What the panes of a window share. Each pane has a look of its own; while a link is on, a change in one pane is a change
 * in all. Turning and flipping are always shared: letters of orientation that differ from pane to pane would mislead.
 */
public final class Links {

    /**
     * Where the pointer is.
     *
     * @param owner the pane it is on
     * @param u fraction of the image's width
     * @param v fraction of the image's height
     */
    public record Mark(Object owner, double u, double v) {}

    private final Look lead;
    private final List<Look> looks = new ArrayList<>();
    private final BooleanProperty zoom = new SimpleBooleanProperty(this, "zoom", true);
    private final BooleanProperty pan = new SimpleBooleanProperty(this, "pan", true);
    private final BooleanProperty window = new SimpleBooleanProperty(this, "window", true);
    private final BooleanProperty cursor = new SimpleBooleanProperty(this, "cursor", true);
    private final ReadOnlyObjectWrapper<Optional<Mark>> mark =
            new ReadOnlyObjectWrapper<>(this, "mark", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Mark>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private Look active;
    private boolean passing;

    /** @param lead the look of the first pane */
    public Links(Look lead) {
        this.lead = lead;
        this.active = lead;
        watch(lead);
        whenOn(zoom, () -> pass(active));
        whenOn(pan, () -> pass(active));
        whenOn(window, () -> pass(active));
        cursor.addListener((property, before, now) -> mark.set(Optional.empty()));
    }

    /** The look of the first pane, which the commands act on until another pane is touched. */
    public Look lead() {
        return lead;
    }

    /** The place clicked last on any pane, for who explains single places; empty before the first click. */
    public ReadOnlyObjectProperty<Optional<Mark>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void choose(Mark place) {
        chosen.set(Optional.of(place));
    }

    /** A look for another pane; it stays linked as long as this object lives. */
    public Look join() {
        Look look = new Look(new ViewState(), new Windowing());
        look.view().takeAll(lead.view());
        look.windowing().take(lead.windowing());
        watch(look);
        return look;
    }

    public BooleanProperty zoomProperty() {
        return zoom;
    }

    public BooleanProperty panProperty() {
        return pan;
    }

    public BooleanProperty windowProperty() {
        return window;
    }

    /** Whether a cross shows in all panes where the pointer is in one. */
    public BooleanProperty cursorProperty() {
        return cursor;
    }

    /** Where the pointer is; empty off the panes, and always while the cursor is not linked. */
    public ReadOnlyObjectProperty<Optional<Mark>> markProperty() {
        return mark.getReadOnlyProperty();
    }

    /** The pointer is here now. */
    public void point(Mark now) {
        if (cursor.get()) {
            mark.set(Optional.of(now));
        }
    }

    /** The pointer left {@code owner}. */
    public void leave(Object owner) {
        mark.get().filter(now -> now.owner() == owner).ifPresent(now -> mark.set(Optional.empty()));
    }

    /** The look of the pane that was touched last. */
    public Look active() {
        return active;
    }

    /** A pane was touched. */
    public void touch(Look look) {
        active = look;
    }

    /** Does something to the pane that was touched last, and so to those linked with it. */
    public void onView(Consumer<ViewState> action) {
        action.accept(active.view());
    }

    /** Another image: all panes whole, upright and through its default window, linked or not. */
    public void open(List<? extends VoiTransform> presets) {
        quietly(() -> looks.forEach(look -> {
            look.view().reset();
            look.windowing().presets(presets);
        }));
        active = lead;
    }

    /** The same image with other presets to choose from; the windows stay. */
    public void offer(List<? extends VoiTransform> presets) {
        quietly(() -> looks.forEach(look -> look.windowing().offer(presets)));
    }

    /** All panes as they were when the image was opened, linked or not. */
    public void reset() {
        quietly(() -> looks.forEach(Look::reset));
    }

    private void watch(Look look) {
        looks.add(look);
        look.view().onChange(() -> pass(look));
        look.windowing().currentProperty().addListener((property, before, now) -> pass(look));
        look.windowing().invertedProperty().addListener((property, before, now) -> pass(look));
    }

    private void pass(Look from) {
        quietly(() -> looks.stream().filter(look -> look != from).forEach(look -> {
            look.view().takeTurn(from.view());
            if (zoom.get()) {
                look.view().takeZoom(from.view());
            }
            if (pan.get()) {
                look.view().takeCenter(from.view());
            }
            if (window.get()) {
                look.windowing().take(from.windowing());
            }
        }));
    }

    private void quietly(Runnable action) {
        if (!passing) {
            passing = true;
            try {
                action.run();
            } finally {
                passing = false;
            }
        }
    }

    private static void whenOn(BooleanProperty link, Runnable action) {
        link.addListener((property, before, now) -> {
            if (now) {
                action.run();
            }
        });
    }
}
