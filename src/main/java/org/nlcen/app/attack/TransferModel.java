package org.nlcen.app.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.attack.TransferCell;
import org.nlcen.metric.Overlap;

/**
 * The transfer matrix of the image on the bench: rows are the networks an image was made against, columns those that were
 * shown it. For the window's thread.
 */
public final class TransferModel {

    /** How far it is. */
    public enum State {
        /** Nobody asked for it, or the bench changed since. */
        NONE,
        RUNNING,
        /** All cells that can be had are there. */
        DONE,
        /** Stopped by the user; what is there stays. */
        STOPPED
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final Map<List<String>, Overlap> cells = new HashMap<>();
    private final DoubleConsumer order;
    private List<ColumnModel> networks = List.of();
    private double epsilon;

    /** @param order asks the work for the matrix at an epsilon; NaN takes it back */
    TransferModel(DoubleConsumer order) {
        this.order = order;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** Finished cells; changes with every new one. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Cells there will be. */
    public int total() {
        return networks.size() * networks.size();
    }

    /** The networks that take part, in the bench's order. */
    public List<ColumnModel> networks() {
        return networks;
    }

    /** The strength it was asked for. */
    public double epsilon() {
        return epsilon;
    }

    /** What a network made of an image made against another one, once it is known. */
    public Optional<Overlap> cell(ColumnModel source, ColumnModel shown) {
        return Optional.ofNullable(cells.get(List.of(source.id(), shown.id())));
    }

    /** Stops; what is there stays. */
    public void stop() {
        if (state.get() == State.RUNNING) {
            order.accept(Double.NaN);
            state.set(State.STOPPED);
        }
    }

    /** Asks for the matrix of these networks; the one before is forgotten. */
    void start(List<ColumnModel> members, double strength) {
        clear();
        networks = List.copyOf(members);
        epsilon = strength;
        state.set(State.RUNNING);
        order.accept(strength);
    }

    /** The bench has changed. */
    void clear() {
        cells.clear();
        networks = List.of();
        count.set(0);
        state.set(State.NONE);
    }

    void add(TransferCell cell) {
        if (state.get() != State.NONE && cell.epsilon() == epsilon) {
            cells.put(List.of(cell.source(), cell.shown()), cell.overlap());
            count.set(cells.size());
            if (cells.size() == total()) {
                state.set(State.DONE);
            }
        }
    }

    /** Nothing is left to compute: cells of networks that failed stay empty. */
    void finished() {
        if (state.get() == State.RUNNING) {
            state.set(State.DONE);
        }
    }
}
