package org.nlcen.attack;

import org.nlcen.image.NetworkInput;
import org.nlcen.model.Segmenter;

/**
 * An attack and how it is run; with the image, the network, the goal and epsilon this is all its result depends on.
 *
 * @param method which attack
 * @param steps iterations from each start, where the method lets them be chosen; 1 to 1000
 * @param starts random starts, of which the best counts; 1 to 100
 * @param seed for all chance; an evaluation of many images gives each its own
 */
public record AttackSettings(AttackMethod method, int steps, int starts, long seed) {
    /** The paper's attack. */
    public static final AttackSettings PAPER = AttackMethod.I_FGSM.defaults();

    public AttackSettings {
        if (steps < 1 || steps > 1000 || starts < 1 || starts > 100) {
            throw new IllegalArgumentException("no such attack: " + steps + " steps from " + starts + " starts");
        }
    }

    /** The same with another seed. */
    public AttackSettings withSeed(long other) {
        return new AttackSettings(method, steps, starts, other);
    }

    /** Begins an attack; nothing is computed yet. The segmenter stays the caller's. */
    public Attack start(Segmenter segmenter, NetworkInput input, AttackGoal goal) {
        return AttackMethod.start(this, segmenter, input, goal);
    }

    /** Whether its first gradient is the one at the clean image. */
    boolean beginsClean() {
        return method == AttackMethod.I_FGSM || method == AttackMethod.FGSM;
    }

    /** Gradients that an epsilon costs by itself: those no other epsilon shares. */
    public int ownGradients(double epsilon) {
        if (epsilon == 0) {
            return 0;
        }
        return switch (method) {
            case I_FGSM -> Epsilons.steps(epsilon) - (int) Math.floor(epsilon);
            case FGSM, NOISE -> 0;
            case PGD, SEG_PGD, COS_PGD -> steps * starts;
        };
    }

    /** Gradients that all epsilons share. */
    public int sharedGradients() {
        return switch (method) {
            case I_FGSM -> (int) Epsilons.MAX;
            case FGSM -> 1;
            case PGD, SEG_PGD, COS_PGD, NOISE -> 0;
        };
    }
}
