package org.nlcen.attack;

import org.nlcen.image.NetworkInput;
import org.nlcen.model.Segmenter;

/** The attacks there are. All are targeted: they go down the loss towards the goal. */
public enum AttackMethod {
    /** The paper's: many small steps from the clean image; Kurakin et al. 2017, section 2.2 and 2.3; He et al. 2019. */
    I_FGSM,
    /** One step as long as epsilon; Goodfellow et al. 2015, section 4; targeted as Kurakin et al. 2017, section 2.1. */
    FGSM,
    /** Steps from random starts in the ball, the best of all; Madry et al. 2018, section 2.1. */
    PGD,
    /** PGD whose loss turns from pixels not yet won to all; Gu et al. 2022, equations 4 and 5. */
    SEG_PGD,
    /** PGD whose pixels count by how far the prediction is from the goal; Agnihotri et al. 2024, targeted loss. */
    COS_PGD,
    /** Uniform noise that knows nothing of the network: the control. */
    NOISE;

    /** How it is run unless the user says otherwise. */
    public AttackSettings defaults() {
        return switch (this) {
            case I_FGSM, FGSM, NOISE -> new AttackSettings(this, 1, 1, 1);
            case PGD -> new AttackSettings(this, 20, 3, 1);
            case SEG_PGD, COS_PGD -> new AttackSettings(this, 20, 1, 1);
        };
    }

    /** Whether its number of steps can be chosen; the others' follow from epsilon or are one. */
    public boolean choosesSteps() {
        return this == PGD || this == SEG_PGD || this == COS_PGD;
    }

    /** Whether chance has a part in it, so that a seed belongs to its result. */
    public boolean random() {
        return choosesSteps() || this == NOISE;
    }

    static Attack start(AttackSettings settings, Segmenter segmenter, NetworkInput input, AttackGoal goal) {
        return switch (settings.method()) {
            case I_FGSM -> new AttackTrajectory(segmenter, input, goal);
            case FGSM -> new SingleStep(segmenter, input, goal);
            case PGD, SEG_PGD, COS_PGD -> new ProjectedDescent(settings, segmenter, input, goal);
            case NOISE -> new UniformNoise(settings.seed(), segmenter, input);
        };
    }
}
