package org.nlcen.study;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.attack.Epsilons;
import org.nlcen.attack.SignAttack;
import org.nlcen.model.AttackLoss;

/**
 * How the attack is read where the paper leaves it open; networks.md sections 11 and 15.
 *
 * @param perChannel whether a grey image's three copies are changed independently, which is no longer a radiograph
 * @param validRange whether the attacked image must stay within 0..255
 * @param steps how many for every strength; 0 for the paper's number
 * @param loss what the attack makes small; the segmenter must be opened with it
 */
public record AttackReading(boolean perChannel, boolean validRange, int steps, AttackLoss loss) {
    /** What every figure is measured with unless it says otherwise. */
    public static final AttackReading PAPER = new AttackReading(false, true, 0, AttackLoss.CROSS_ENTROPY);

    public AttackReading {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps must not be negative");
        }
    }

    /** Whether the first steps are the same for all strengths, so that they can be done once. */
    boolean keepsTrajectory() {
        return validRange && steps == 0;
    }

    /** The attack's settings at a strength; step size 1. */
    SignAttack.Settings settings(double epsilon) {
        int wanted = steps == 0 || epsilon == 0 ? Epsilons.steps(epsilon) : steps;
        return new SignAttack.Settings(epsilon, wanted, 1, validRange);
    }

    /** In words, for tables: what differs from the paper's. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (perChannel) {
            words.add("three channels independently");
        }
        if (!validRange) {
            words.add("not kept within 0..255");
        }
        if (steps > 0) {
            words.add(steps + " steps");
        }
        if (loss == AttackLoss.OWN) {
            words.add("the network's own training loss");
        }
        return words.isEmpty() ? "paper" : String.join(", ", words);
    }
}
