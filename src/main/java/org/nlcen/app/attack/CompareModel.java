package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Two strengths side by side: the weaker left of a curtain, the slider's own right of it. */
public final class CompareModel {
    private static final double EDGE = 0.03;
    private static final List<Double> STOPS = stops();

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final DoubleProperty weak = new SimpleDoubleProperty(this, "weak");
    private final DoubleProperty curtain = new SimpleDoubleProperty(this, "curtain", 0.5);

    CompareModel() {
        weak.addListener((property, before, now) -> weak.set(nearest(now.doubleValue())));
        curtain.addListener(
                (property, before, now) -> curtain.set(Math.max(EDGE, Math.min(1 - EDGE, now.doubleValue()))));
    }

    /** Whether two are shown. */
    public BooleanProperty onProperty() {
        return on;
    }

    public boolean on() {
        return on.get();
    }

    /** The weaker epsilon: 0 for the clean image, or one of the paper's, since these are always computed. */
    public DoubleProperty weakProperty() {
        return weak;
    }

    public double weak() {
        return weak.get();
    }

    /** The next weaker ({@code -1}) or stronger ({@code 1}) of the strengths that can be compared. */
    void stepWeak(int direction) {
        int now = STOPS.indexOf(weak());
        weak.set(STOPS.get(Math.max(0, Math.min(STOPS.size() - 1, now + direction))));
    }

    /** Where the curtain hangs in every pane, as a part of its width. */
    public DoubleProperty curtainProperty() {
        return curtain;
    }

    private static double nearest(double epsilon) {
        double best = 0;
        for (double stop : STOPS) {
            if (Math.abs(stop - epsilon) < Math.abs(best - epsilon)) {
                best = stop;
            }
        }
        return best;
    }

    private static List<Double> stops() {
        List<Double> stops = new ArrayList<>(List.of(0.0));
        stops.addAll(EpsilonScale.PAPER);
        return List.copyOf(stops);
    }
}
