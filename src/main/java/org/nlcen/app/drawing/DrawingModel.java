package org.nlcen.app.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.History.Edit;
import org.nlcen.image.Mask;
import org.nlcen.image.MaskCanvas;
import org.nlcen.image.MaskCanvas.Patch;
import org.nlcen.image.Masks;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.measure.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The masks that are drawn by hand on the image at hand, at its full resolution. A moment after a stroke the ground truth
 * is handed on, so that the bench attacks the new one. For the window's thread.
 */
public final class DrawingModel {
    private static final Logger LOG = LoggerFactory.getLogger(DrawingModel.class);

    /** Smallest and largest diameter of the brush in screen points. */
    public static final double LEAST_BRUSH = 2;

    public static final double MOST_BRUSH = 200;

    /** What is drawn. */
    public enum Layer {
        /** What the networks are measured against. */
        TRUTH,
        /** What the attack shall make the networks answer. */
        GOAL
    }

    private final Executor background;
    private final Executor window;
    private final History history;
    private final BiConsumer<Layer, Runnable> soon;
    private final BiConsumer<SourceImage, GroundTruth> publish;
    private final ObjectProperty<Layer> layer = new SimpleObjectProperty<>(this, "layer", Layer.TRUTH);
    private final DoubleProperty brush = new SimpleDoubleProperty(this, "brush", 24);
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyObjectWrapper<Optional<Mask>> goal =
            new ReadOnlyObjectWrapper<>(this, "goal", Optional.empty());
    private final Map<Layer, MaskCanvas> canvases = new EnumMap<>(Layer.class);
    private BiConsumer<OpenedImage, Path> written = (of, file) -> {};
    private OpenedImage image;
    private GroundTruth published;
    private MaskCanvas stroke;
    private final int[] changes = new int[Layer.values().length];
    private final int[] handedOn = new int[Layer.values().length];

    /**
     * @param background where masks are prepared
     * @param window runs something on the window's thread
     * @param soon does something a moment after the last time it was asked for this layer, on the window's thread
     * @param publish takes a new ground truth for a picture
     */
    public DrawingModel(
            Executor background,
            Executor window,
            History history,
            BiConsumer<Layer, Runnable> soon,
            BiConsumer<SourceImage, GroundTruth> publish) {
        this.background = background;
        this.window = window;
        this.history = history;
        this.soon = soon;
        this.publish = publish;
    }

    /** What is drawn now. */
    public ObjectProperty<Layer> layerProperty() {
        return layer;
    }

    /** Diameter of the brush in screen points. */
    public DoubleProperty brushProperty() {
        return brush;
    }

    /** Makes the brush larger or smaller. */
    public void scaleBrush(double factor) {
        brush.set(Math.max(LEAST_BRUSH, Math.min(MOST_BRUSH, brush.get() * factor)));
    }

    /** Whether a drawn ground truth is in no file yet. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Changes with every change of what is drawn. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The painted goal at 256x256, for the attack; empty where none is painted. */
    public ReadOnlyObjectProperty<Optional<Mask>> goalProperty() {
        return goal.getReadOnlyProperty();
    }

    /** What is drawn on the layer at hand; empty before its first stroke. */
    public Optional<MaskCanvas> canvas() {
        return Optional.ofNullable(canvases.get(layer.get()));
    }

    /** The ground truth as drawn, at the image's size; empty where none was drawn. */
    public Optional<Mask> truth() {
        return drawn(Layer.TRUTH);
    }

    /** What is drawn on a layer, at the image's size; empty where nothing was. */
    public Optional<Mask> drawn(Layer which) {
        return Optional.ofNullable(canvases.get(which)).map(MaskCanvas::toMask);
    }

    /** Whether all that is drawn was handed on. */
    public boolean settled() {
        return Arrays.equals(changes, handedOn);
    }

    /** The image drawn on; null before the first. */
    public OpenedImage image() {
        return image;
    }

    /** Another image, or another ground truth for the same; what was drawn on the one before is dropped. */
    public void show(OpenedImage now) {
        boolean sameImage = image != null && image.source() == now.source();
        boolean ours = now.truth().isPresent() && now.truth().get() == published;
        boolean sameTruth = sameImage && image.truth().equals(now.truth());
        image = now;
        if (!sameImage) {
            canvases.clear();
            forgetChanges(Layer.GOAL);
            forgetChanges(Layer.TRUTH);
            goal.set(Optional.empty());
        }
        if (!ours && !sameTruth) {
            canvases.remove(Layer.TRUTH);
            forgetChanges(Layer.TRUTH);
            unsaved.set(false);
        }
        revision.set(revision.get() + 1);
    }

    /**
     * Puts back what was drawn on the image at hand before, in place of what is drawn now; not to be undone. For the truth,
     * the image's own is that mask already.
     *
     * @throws IllegalArgumentException if the mask is not of the image's size
     */
    public void restore(Layer which, Mask mask) {
        SourceImage source = image.source();
        if (mask.width() != source.width() || mask.height() != source.height()) {
            throw new IllegalArgumentException("the image is " + source.width() + "x" + source.height() + ": " + mask);
        }
        canvases.put(which, MaskCanvas.of(mask, mask.width(), mask.height()));
        revision.set(revision.get() + 1);
        if (which == Layer.TRUTH) {
            published = image.truth().orElse(null);
        } else {
            handOn(which);
        }
    }

    /** A stroke begins; the first one on the truth goes on with the one there is. */
    public void begin() {
        SourceImage source = image.source();
        stroke = canvases.computeIfAbsent(layer.get(), which -> {
            Optional<Mask> start = which == Layer.TRUTH ? image.truth().map(GroundTruth::mask) : Optional.empty();
            return start.map(mask -> MaskCanvas.of(mask, source.width(), source.height()))
                    .orElseGet(() -> new MaskCanvas(source.width(), source.height()));
        });
        stroke.begin();
    }

    /** Draws with the round brush from place to place; radii in columns and rows. */
    public void brush(Point from, Point to, double radiusX, double radiusY, boolean value) {
        stroke.brush(from, to, radiusX, radiusY, value);
        revision.set(revision.get() + 1);
    }

    /** The stroke ends: it can be undone from now on. */
    public void end() {
        MaskCanvas canvas = stroke;
        Layer which = layer.get();
        Patch patch = canvas.end();
        stroke = null;
        if (patch.words().length > 0) {
            history.did(new Edit(() -> exchange(which, canvas, patch), () -> exchange(which, canvas, patch)));
            changed(which);
        }
    }

    /** Fills (or empties) a region in one stroke. */
    public void fill(Region region, boolean value) {
        begin();
        stroke.fill(region, value);
        end();
    }

    /** Fills the hole or removes the part at a place, in one stroke. */
    public void flood(int x, int y) {
        begin();
        stroke.flood(x, y);
        end();
    }

    /** Replaces all by a mask of the image's size, such as a network's answer, in one stroke. */
    public void take(Mask mask) {
        begin();
        stroke.set(mask);
        end();
    }

    /** Removes all, in one stroke. */
    public void clear() {
        begin();
        stroke.clear();
        end();
    }

    /**
     * Replaces all by a network's answer, mapped to the image.
     *
     * @param probabilities 256 * 256 of them, row by row
     */
    public void startFrom(float[] probabilities) {
        OpenedImage of = image;
        background.execute(() -> {
            Mask mask = Masks.toSource(probabilities, of.input().geometry());
            window.execute(() -> {
                if (image.source() == of.source()) {
                    take(mask);
                }
            });
        });
    }

    /**
     * Writes the drawn ground truth in the background.
     *
     * @param refused takes what went wrong, whose message may name the file
     */
    public void write(Path target, Consumer<IOException> refused) {
        OpenedImage of = image;
        Runnable saved = whenSaved();
        truth().ifPresent(mask -> background.execute(() -> {
            try {
                DrawingFiles.write(target, of, mask);
                window.execute(() -> {
                    saved.run();
                    written.accept(of, target);
                });
            } catch (IOException e) {
                // the message names the file, and with it perhaps a patient
                LOG.error("The drawn mask cannot be written: {}", e.getClass().getName());
                window.execute(() -> refused.accept(e));
            }
        }));
    }

    /**
     * Writes the ground truth before it goes on; nothing where there is none.
     *
     * @throws IOException if it cannot be written
     */
    void writeNow(Path target) throws IOException {
        Optional<Mask> mask = truth();
        if (mask.isPresent()) {
            DrawingFiles.write(target, image, mask.get());
            saved();
            written.accept(image, target);
        }
    }

    /** @param listener told of every ground truth that has been written to a file by itself, with its image */
    public void whenWritten(BiConsumer<OpenedImage, Path> listener) {
        written = listener;
    }

    /** To be run once the ground truth of now is in a file. */
    public Runnable whenSaved() {
        int written = revision.get();
        return () -> {
            if (revision.get() == written) {
                saved();
            }
        };
    }

    /** The ground truth, if one is drawn, is in no file of the user's. */
    public void inNoFile() {
        unsaved.set(canvases.containsKey(Layer.TRUTH));
    }

    /** The ground truth is in a file now. */
    public void saved() {
        unsaved.set(false);
    }

    private void forgetChanges(Layer which) {
        handedOn[which.ordinal()] = changes[which.ordinal()];
    }

    private void exchange(Layer which, MaskCanvas canvas, Patch patch) {
        canvas.exchange(patch);
        if (canvases.get(which) == canvas) {
            changed(which);
        }
    }

    private void changed(Layer which) {
        revision.set(revision.get() + 1);
        changes[which.ordinal()]++;
        if (which == Layer.TRUTH) {
            unsaved.set(true);
        }
        soon.accept(which, () -> handOn(which));
    }

    private void handOn(Layer which) {
        MaskCanvas canvas = canvases.get(which);
        if (canvas == null || stroke == canvas) {
            // dropped meanwhile, or the stroke under way will ask again
            return;
        }
        OpenedImage of = image;
        int until = changes[which.ordinal()];
        Mask mask = canvas.toMask();
        background.execute(() -> {
            if (which == Layer.GOAL) {
                Optional<Mask> small = mask.area() == 0 ? Optional.empty() : Optional.of(Masks.toNetwork(mask));
                window.execute(() -> take(of, canvas, () -> {
                    goal.set(small);
                    handedOn[which.ordinal()] = until;
                }));
            } else {
                GroundTruth truth = GroundTruth.drawn(mask);
                window.execute(() -> take(of, canvas, () -> {
                    published = truth;
                    publish.accept(of.source(), truth);
                    handedOn[which.ordinal()] = until;
                }));
            }
        });
    }

    private void take(OpenedImage of, MaskCanvas canvas, Runnable action) {
        if (image.source() == of.source() && canvases.containsValue(canvas)) {
            action.run();
        }
    }
}
