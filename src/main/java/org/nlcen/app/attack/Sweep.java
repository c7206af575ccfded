package org.nlcen.app.attack;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Plays epsilon from small to large over what is computed, as a film plays what is buffered. */
final class Sweep {
    private final BenchModel bench;

    Sweep(BenchModel bench) {
        this.bench = bench;
    }

    /** Starts again from the clean image when it stands at the end. */
    void begin() {
        if (bench.epsilon() >= EpsilonScale.MAX) {
            bench.epsilonProperty().set(0);
        }
    }

    /**
     * One picture further, unless a network still works for the picture at hand.
     *
     * @return false at the end
     */
    boolean advance() {
        boolean waiting =
                bench.columns().stream().anyMatch(column -> column.stage() == ColumnModel.Stage.READY && column.late());
        if (!waiting) {
            NavigableSet<Double> stops = new TreeSet<>(EpsilonScale.PAPER);
            Double next = stops.higher(bench.epsilon());
            if (next == null) {
                return false;
            }
            bench.epsilonProperty().set(next);
        }
        return true;
    }
}
