package org.nlcen.app.attack;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;

import org.nlcen.image.Explanation;
import org.nlcen.image.Mask;
import org.nlcen.model.ModelCard;

/** One network on the bench: what has been computed of it, and what of that is on the screen. */
public final class ColumnModel {

    /** How far a column is. */
    public enum Stage {
        /** Weights are read, or the clean image waits its turn. */
        WAITING,
        /** The clean answer is there; attacked ones follow. */
        READY,
        /** There are no weights. */
        NOT_TRAINED,
        /** It cannot go on; {@link #problemProperty()} says why. */
        FAILED
    }

    private final ModelCard card;
    private final Color own;
    private final ReadOnlyObjectWrapper<Color> colour;
    private final StepCost cost;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.WAITING);
    private final ReadOnlyObjectWrapper<Explanation> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Explanation.NONE);
    private final ReadOnlyIntegerWrapper reach = new ReadOnlyIntegerWrapper(this, "reach");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ObjectProperty<Optional<Outcome>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final NavigableMap<Double, Outcome> outcomes = new TreeMap<>();
    private Mask cleanMask;
    private double epsilon;

    /** @param place in the palette of networks, from 0 */
    ColumnModel(ModelCard card, int place, StepCost cost) {
        this.card = card;
        this.own = Palette.of(place);
        this.colour = new ReadOnlyObjectWrapper<>(this, "colour", own);
        this.cost = cost;
    }

    public ModelCard card() {
        return card;
    }

    public String id() {
        return card.id();
    }

    /** Its colour wherever it is shown: the user's, else that of its place in the palette. */
    public ReadOnlyObjectProperty<Color> colourProperty() {
        return colour.getReadOnlyProperty();
    }

    public Color colour() {
        return colour.get();
    }

    /** The colour of its place in the palette. */
    public Color ownColour() {
        return own;
    }

    /** Takes the user's colour; empty for its own. */
    public void paint(Optional<Color> chosen) {
        colour.set(chosen.orElse(own));
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public Stage stage() {
        return stage.get();
    }

    /** Whether it answers, or will. */
    boolean working() {
        return stage() == Stage.READY || stage() == Stage.WAITING;
    }

    /** A sentence for the user while the stage is {@link Stage#FAILED}. */
    public ReadOnlyObjectProperty<Explanation> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many of the 32 steps that all epsilons share exist. */
    public ReadOnlyIntegerProperty reachProperty() {
        return reach.getReadOnlyProperty();
    }

    /** Number of finished epsilons, the clean image among them; changes with every new one. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The outcome on the screen: that of the epsilon chosen, or the last one there was before it. */
    public ReadOnlyObjectProperty<Optional<Outcome>> shownProperty() {
        return (ReadOnlyObjectWrapper<Optional<Outcome>>) shown;
    }

    public Optional<Outcome> shown() {
        return shown.get();
    }

    /** Whether what is on the screen belongs to another epsilon than the one chosen. */
    public boolean late() {
        return shown.get().map(outcome -> outcome.epsilon() != epsilon).orElse(true);
    }

    /** The answer to the clean image. */
    public Optional<Outcome> clean() {
        return outcome(0);
    }

    /** The mask of the clean answer. */
    Optional<Mask> cleanMask() {
        if (cleanMask == null) {
            clean().ifPresent(outcome ->
                    cleanMask = outcome.example().segmentation().mask());
        }
        return Optional.ofNullable(cleanMask);
    }

    public Optional<Outcome> outcome(double wanted) {
        return Optional.ofNullable(outcomes.get(wanted));
    }

    /** All finished outcomes by rising epsilon, the clean one first. */
    public Collection<Outcome> outcomes() {
        return Collections.unmodifiableCollection(outcomes.values());
    }

    /** Epsilons that are finished. */
    public NavigableSet<Double> computed() {
        return Collections.unmodifiableNavigableSet(outcomes.navigableKeySet());
    }

    /** Steps done, of those the paper's intensities need. */
    int stepsDone() {
        int own = outcomes.keySet().stream()
                .filter(EpsilonScale.PAPER::contains)
                .mapToInt(cost::own)
                .sum();
        return cost.sharing() ? Math.min(reach.get(), cost.shared()) + own : own;
    }

    /** What its curve costs. */
    StepCost cost() {
        return cost;
    }

    /** Whether it only sees images made against another network. */
    public boolean shownOnly() {
        return cost.shown();
    }

    void wait(double chosen) {
        outcomes.clear();
        cleanMask = null;
        reach.set(0);
        count.set(0);
        problem.set(Explanation.NONE);
        epsilon = chosen;
        stage.set(Stage.WAITING);
        shown.set(Optional.empty());
    }

    void show(double chosen) {
        epsilon = chosen;
        Outcome exact = outcomes.get(chosen);
        if (exact != null) {
            shown.set(Optional.of(exact));
        }
    }

    void add(Outcome outcome) {
        outcomes.put(outcome.epsilon(), outcome);
        if (stage.get() == Stage.WAITING) {
            stage.set(Stage.READY);
        }
        if (outcome.epsilon() == epsilon || shown.get().isEmpty()) {
            shown.set(Optional.of(outcome));
        }
        count.set(outcomes.size());
    }

    /** Shows an image on the way to the epsilon chosen, unless what is on the screen is that or nearer to it. */
    void preview(Outcome outcome) {
        boolean nearer = shown.get()
                .map(now -> Math.abs(outcome.epsilon() - epsilon) < Math.abs(now.epsilon() - epsilon))
                .orElse(true);
        if (late() && nearer) {
            shown.set(Optional.of(outcome));
        }
    }

    void advanced(int steps) {
        reach.set(Math.max(reach.get(), steps));
    }

    void stop(Stage reason, Explanation sentence) {
        problem.set(sentence);
        stage.set(reason);
    }
}
