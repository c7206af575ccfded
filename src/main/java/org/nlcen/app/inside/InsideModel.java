package org.nlcen.app.inside;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.model.ContextLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look into one network at one place, clean and attacked; the latest wish counts. For the window's thread. */
public final class InsideModel {
    private static final Logger LOG = LoggerFactory.getLogger(InsideModel.class);

    /** What there is to see. */
    public enum State {
        /** No network answered yet. */
        NONE,
        WORKING,
        READY,
        /** This network has no such encoders. */
        NO_CONTEXT,
        FAILED
    }

    /**
     * One look.
     *
     * @param clean encoders at the clean image, the finest first
     * @param attacked the same at the attacked one
     * @param outcome the attacked image
     */
    public record View(List<ContextLevel> clean, List<ContextLevel> attacked, Outcome outcome) {}

    private final BenchModel bench;
    private final Executor window;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private Optional<View> view = Optional.empty();
    private double u = 0.5;
    private double v = 0.5;
    private int wish;

    /** @param window runs something on the window's thread */
    public InsideModel(BenchModel bench, Executor window) {
        this.bench = bench;
        this.window = window;
    }

    /** Changes with every step of a look. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** The last look that succeeded; empty while there is none. */
    public Optional<View> view() {
        return view;
    }

    /** The place looked at, as a part of the width. */
    public double u() {
        return u;
    }

    /** The place looked at, as a part of the height. */
    public double v() {
        return v;
    }

    /** Chooses the place, as parts of width and height; takes effect with the next {@link #look}. */
    public void place(double wantedU, double wantedV) {
        u = Math.max(0, Math.min(Math.nextDown(1.0), wantedU));
        v = Math.max(0, Math.min(Math.nextDown(1.0), wantedV));
    }

    /** Looks into a network at the images it is shown now; no column, or one without an answer, gives nothing. */
    public void look(Optional<ColumnModel> column) {
        int mine = ++wish;
        Optional<Outcome> clean = column.flatMap(ColumnModel::clean);
        Optional<Outcome> shown = column.flatMap(ColumnModel::shown);
        if (clean.isEmpty() || shown.isEmpty()) {
            view = Optional.empty();
            state.set(State.NONE);
            return;
        }
        state.set(State.WORKING);
        CompletableFuture<List<ContextLevel>> before =
                bench.contexts(column.get(), clean.get().example().image(), u, v);
        CompletableFuture<List<ContextLevel>> after =
                bench.contexts(column.get(), shown.get().example().image(), u, v);
        before.thenCombine(after, (a, b) -> new View(a, b, shown.get()))
                .whenComplete((found, failure) -> window.execute(() -> finish(mine, found, failure)));
    }

    private void finish(int mine, View found, Throwable failure) {
        if (mine != wish) {
            return;
        }
        if (failure != null) {
            LOG.warn("no look inside", failure);
            view = Optional.empty();
            state.set(State.FAILED);
        } else {
            boolean any = !found.clean().isEmpty();
            view = any ? Optional.of(found) : Optional.empty();
            state.set(any ? State.READY : State.NO_CONTEXT);
        }
    }
}
