package org.nlcen.attack;

import org.nlcen.image.Mask;

/**
 * What the adversary wants the network to say.
 *
 * @param target the wanted mask, 256x256
 * @param kind how it was chosen, for people and records
 */
public record AttackGoal(Mask target, Kind kind) {

    /** Ways to choose a goal. */
    public enum Kind {
        /** The paper's: everything but the truth. */
        INVERSE_OF_TRUTH,
        /** Where there is no truth: everything but the clean prediction. */
        INVERSE_OF_PREDICTION,
        /** Nothing at all. */
        EMPTY,
        /** The whole picture. */
        EVERYTHING,
        /** The truth moved aside; where there is none, the clean prediction. */
        SHIFTED,
        /** A mask painted by the user. */
        CUSTOM,
        /** The mask of another image. */
        OTHER_IMAGE
    }

    public static AttackGoal inverseOfTruth(Mask truth) {
        return new AttackGoal(truth.inverse(), Kind.INVERSE_OF_TRUTH);
    }

    public static AttackGoal inverseOfPrediction(Mask prediction) {
        return new AttackGoal(prediction.inverse(), Kind.INVERSE_OF_PREDICTION);
    }
}
