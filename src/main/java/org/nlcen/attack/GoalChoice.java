package org.nlcen.attack;

import java.util.Optional;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/**
 * Which goal the user chose, before the network's clean answer is known.
 *
 * @param kind how the goal comes about
 * @param mask the wanted mask itself, 256x256, for {@code CUSTOM} and {@code OTHER_IMAGE}; else empty
 * @param right columns to move by, for {@code SHIFTED}
 * @param down rows to move by, for {@code SHIFTED}
 */
public record GoalChoice(AttackGoal.Kind kind, Optional<Mask> mask, int right, int down) {
    /** The paper's: the inverse of the truth, or of the clean prediction where there is no truth. */
    public static final GoalChoice PAPER = of(AttackGoal.Kind.INVERSE_OF_TRUTH);

    public GoalChoice {
        boolean given = kind == AttackGoal.Kind.CUSTOM || kind == AttackGoal.Kind.OTHER_IMAGE;
        if (given != mask.isPresent()) {
            throw new IllegalArgumentException("a mask belongs to goals that are given, and to no other: " + kind);
        }
        mask.ifPresent(wanted -> wanted.requireSameSize(Mask.empty(NetworkInput.SIZE, NetworkInput.SIZE)));
    }

    /** A goal that needs nothing else. */
    public static GoalChoice of(AttackGoal.Kind kind) {
        return new GoalChoice(kind, Optional.empty(), 0, 0);
    }

    /** A goal that is a given mask. */
    public static GoalChoice given(AttackGoal.Kind kind, Mask mask) {
        return new GoalChoice(kind, Optional.of(mask), 0, 0);
    }

    /** The structure at another place. */
    public static GoalChoice shifted(int right, int down) {
        return new GoalChoice(AttackGoal.Kind.SHIFTED, Optional.empty(), right, down);
    }

    /** What the goal comes to: without a ground truth its inverse is the inverse of the prediction. */
    public AttackGoal.Kind kindWith(Optional<Mask> truth) {
        boolean fallsBack = kind == AttackGoal.Kind.INVERSE_OF_TRUTH && truth.isEmpty();
        return fallsBack ? AttackGoal.Kind.INVERSE_OF_PREDICTION : kind;
    }

    /**
     * The goal for one network.
     *
     * @param truth 256x256, where there is one
     * @param clean the network's answer to the clean image
     */
    public AttackGoal goal(Optional<Mask> truth, Mask clean) {
        return switch (kind) {
            case INVERSE_OF_TRUTH ->
                truth.map(AttackGoal::inverseOfTruth).orElseGet(() -> AttackGoal.inverseOfPrediction(clean));
            case INVERSE_OF_PREDICTION -> AttackGoal.inverseOfPrediction(clean);
            case EMPTY -> new AttackGoal(Mask.empty(clean.width(), clean.height()), kind);
            case EVERYTHING ->
                new AttackGoal(Mask.empty(clean.width(), clean.height()).inverse(), kind);
            case SHIFTED -> new AttackGoal(moved(truth.orElse(clean)), kind);
            case CUSTOM, OTHER_IMAGE -> new AttackGoal(mask.orElseThrow(), kind);
        };
    }

    /** What leaves the picture on one side is gone; it does not come back on the other. */
    private Mask moved(Mask structure) {
        int width = structure.width();
        int height = structure.height();
        boolean[] pixels = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = x - right;
                int fromY = y - down;
                boolean inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
                pixels[y * width + x] = inside && structure.get(fromX, fromY);
            }
        }
        return Mask.of(width, height, pixels);
    }
}
