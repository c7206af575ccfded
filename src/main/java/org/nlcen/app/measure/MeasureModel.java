package org.nlcen.app.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.History.Edit;
import org.nlcen.image.SourceImage;
import org.nlcen.image.measure.Region;
import org.nlcen.image.measure.RegionStatistics;
import org.nlcen.image.measure.Ruler;
import org.nlcen.image.measure.Shape;

/**
 * The measurements on the image at hand. Those of other images and frames are kept until the program ends and come back
 * with their image.
 */
public final class MeasureModel {
    // below, the numbers are there in the same frame; above, they follow
    private static final double AT_ONCE = 300_000;

    /**
     * One measurement.
     *
     * @param id stays the same while it is moved
     * @param statistics of a region's values; empty for other shapes and until they are computed
     */
    public record Measurement(long id, Shape shape, Optional<RegionStatistics> statistics) {}

    private final Executor background;
    private final Executor window;
    private final History history;
    private final ReadOnlyObjectWrapper<List<Measurement>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ObjectProperty<Optional<Long>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Shape>> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
    private final Map<String, List<Measurement>> others = new HashMap<>();
    /** By id: the shape whose values were counted last. */
    private final Map<Long, Shape> counted = new HashMap<>();

    private SourceImage image;
    private long lastId;
    private boolean counting;

    /**
     * @param background where large regions are counted
     * @param window runs something on the window's thread
     */
    public MeasureModel(Executor background, Executor window, History history) {
        this.background = background;
        this.window = window;
        this.history = history;
    }

    /** Never written to; a new list after each change. */
    public ReadOnlyObjectProperty<List<Measurement>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public List<Measurement> all() {
        return all.get();
    }

    /** The id of the measurement that keys act on. */
    public ObjectProperty<Optional<Long>> selectedProperty() {
        return selected;
    }

    public Optional<Measurement> selected() {
        return selected.get().flatMap(this::find);
    }

    /** What is being made and not yet a measurement. */
    public ReadOnlyObjectProperty<Optional<Shape>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    void draft(Optional<Shape> shape) {
        draft.set(shape);
    }

    /** The image measured on; null before the first. */
    public SourceImage image() {
        return image;
    }

    public Ruler ruler() {
        return Ruler.of(image);
    }

    public Optional<Measurement> find(long id) {
        return all().stream().filter(one -> one.id() == id).findFirst();
    }

    /** Another image or frame: its measurements, if any were made before. */
    public void show(SourceImage next) {
        if (next == image) {
            return;
        }
        if (image != null) {
            others.put(key(image), all());
        }
        image = next;
        draft.set(Optional.empty());
        selected.set(Optional.empty());
        all.set(others.getOrDefault(key(next), List.of()));
    }

    /** Adds a measurement and selects it; can be undone. */
    public void add(Shape shape) {
        Measurement made = new Measurement(++lastId, shape, Optional.empty());
        put(made);
        selected.set(Optional.of(made.id()));
        history.did(new Edit(() -> drop(made.id()), () -> put(made)));
    }

    /** Shows a measurement elsewhere while it is dragged; {@link #moved} ends that. */
    void drag(long id, Shape shape) {
        find(id).ifPresent(one -> put(new Measurement(id, shape, Optional.empty())));
    }

    /** A measurement was dragged from {@code before} to where it is; can be undone. */
    void moved(long id, Shape before) {
        find(id).map(Measurement::shape)
                .filter(now -> !now.equals(before))
                .ifPresent(now -> history.did(new Edit(() -> drag(id, before), () -> drag(id, now))));
    }

    /** Moves the selected measurement by columns and rows; can be undone. */
    public void nudge(double dx, double dy) {
        selected().ifPresent(one -> {
            drag(one.id(), one.shape().moved(dx, dy));
            moved(one.id(), one.shape());
        });
    }

    /** Removes the selected measurement; can be undone. */
    public void removeSelected() {
        selected().ifPresent(one -> {
            drop(one.id());
            history.did(new Edit(() -> put(one), () -> drop(one.id())));
        });
    }

    /** Removes all measurements of this image; can be undone. */
    public void clear() {
        List<Measurement> before = all();
        if (!before.isEmpty()) {
            all.set(List.of());
            selected.set(Optional.empty());
            history.did(new Edit(() -> all.set(before), () -> all.set(List.of())));
        }
    }

    private void put(Measurement one) {
        List<Measurement> changed = new ArrayList<>(all());
        boolean[] found = {false};
        changed.replaceAll(old -> {
            found[0] |= old.id() == one.id();
            return old.id() == one.id() ? keepingNumbers(old, one) : old;
        });
        if (!found[0]) {
            changed.add(one);
        }
        all.set(List.copyOf(changed));
        count();
    }

    /** Numbers of the place before stay until those of the new one are there, so that nothing flickers. */
    private static Measurement keepingNumbers(Measurement old, Measurement next) {
        return next.statistics().isPresent() ? next : new Measurement(next.id(), next.shape(), old.statistics());
    }

    private void drop(long id) {
        all.set(all().stream().filter(one -> one.id() != id).toList());
        if (selected.get().filter(now -> now == id).isPresent()) {
            selected.set(Optional.empty());
        }
    }

    private void count() {
        if (counting) {
            return;
        }
        for (Measurement one : all()) {
            boolean stale = one.statistics().isEmpty() || one.shape() != counted.get(one.id());
            if (stale && one.shape() instanceof Region region) {
                counted.put(one.id(), one.shape());
                SourceImage of = image;
                if (region.area() <= AT_ONCE) {
                    take(one, RegionStatistics.of(of, region));
                } else {
                    counting = true;
                    background.execute(() -> {
                        RegionStatistics numbers = RegionStatistics.of(of, region);
                        window.execute(() -> {
                            counting = false;
                            take(one, numbers);
                            count();
                        });
                    });
                    return;
                }
            }
        }
    }

    private void take(Measurement one, RegionStatistics numbers) {
        all.set(all().stream()
                .map(now -> now.id() == one.id() ? new Measurement(now.id(), now.shape(), Optional.of(numbers)) : now)
                .toList());
    }

    private static String key(SourceImage image) {
        return image.origin().file().map(Object::toString).orElse(image.name())
                + '#'
                + image.origin().frame();
    }
}
