package org.nlcen.attack;

import java.util.Collection;
import java.util.Optional;

/**
 * What a comparison computes.
 *
 * @param settings the attack
 * @param goal what the adversary wants
 * @param source the one network the images are made against, all others are shown these; empty where each network is
 *     attacked itself
 */
public record AttackPlan(AttackSettings settings, GoalChoice goal, Optional<String> source) {
    /** The paper's attack on each network. */
    public static final AttackPlan PAPER = new AttackPlan(AttackSettings.PAPER, GoalChoice.PAPER, Optional.empty());

    /** The plan for these networks: a source that is not among them makes no images, so each is attacked itself. */
    public AttackPlan among(Collection<String> able) {
        return source.isEmpty() || able.contains(source.get())
                ? this
                : new AttackPlan(settings, goal, Optional.empty());
    }
}
