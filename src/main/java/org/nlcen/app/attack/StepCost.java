package org.nlcen.app.attack;

import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSettings;

/**
 * How many steps one column's curve takes, for the progress.
 *
 * @param settings the attack
 * @param shown whether the column only sees images made against another network
 */
record StepCost(AttackSettings settings, boolean shown) {

    static StepCost of(AttackPlan plan, String id) {
        return new StepCost(
                plan.settings(),
                plan.source().filter(source -> !source.equals(id)).isPresent());
    }

    /** Steps that all epsilons share and whose progress is told. */
    int shared() {
        return sharing() ? settings.sharedGradients() : 0;
    }

    /** Whether there are such steps. */
    boolean sharing() {
        return !shown && settings.method() == AttackMethod.I_FGSM;
    }

    /** Steps of one epsilon by itself, at least the look at the result. */
    int own(double epsilon) {
        return shown ? 1 : Math.max(1, settings.ownGradients(epsilon));
    }

    /** Steps of the whole curve. */
    int total() {
        return shared() + EpsilonScale.PAPER.stream().mapToInt(this::own).sum();
    }
}
