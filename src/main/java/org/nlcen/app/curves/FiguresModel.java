package org.nlcen.app.curves;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.image.Mask;

/** Measures what is asked for once, in the background, and tells when more is known. */
public final class FiguresModel {
    private final BenchModel bench;
    private final Supplier<OpenedImage> image;
    private final Executor background;
    private final Executor window;
    private final Map<Outcome, Optional<Figures>> measured = new WeakHashMap<>();
    private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper(this, "known");

    /**
     * @param image the one on the bench, which says how large a pixel is; may give null
     * @param background where is measured
     * @param window runs something on the window's thread
     */
    public FiguresModel(BenchModel bench, Supplier<OpenedImage> image, Executor background, Executor window) {
        this.bench = bench;
        this.image = image;
        this.background = background;
        this.window = window;
    }

    /** Changes with every new measurement. */
    public ReadOnlyIntegerProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The figures of a column's outcome; empty while they are being measured. */
    public Optional<Figures> figures(ColumnModel column, Outcome outcome) {
        Optional<Figures> known = measured.get(outcome);
        if (known == null) {
            measured.put(outcome, Optional.empty());
            measure(column, outcome);
            return Optional.empty();
        }
        return known;
    }

    private void measure(ColumnModel column, Outcome outcome) {
        Optional<Outcome> clean = column.clean();
        Optional<Mask> reference = bench.reference(column);
        if (clean.isEmpty() || reference.isEmpty()) {
            return;
        }
        Scale scale = Subject.of(image.get()).scale();
        int channels = bench.input().orElseThrow().channels();
        background.execute(() -> {
            Figures figures = Figures.of(outcome, clean.get(), reference.get(), channels, scale);
            window.execute(() -> {
                measured.put(outcome, Optional.of(figures));
                known.set(known.get() + 1);
            });
        });
    }

    /** Measures all outcomes that are there, then calls back on the window's thread. */
    public void measureAll(Runnable then) {
        for (ColumnModel column : bench.columns()) {
            column.outcomes().forEach(outcome -> figures(column, outcome));
        }
        // the background does one thing after the other, so this comes after the last measurement
        background.execute(() -> window.execute(then));
    }
}
