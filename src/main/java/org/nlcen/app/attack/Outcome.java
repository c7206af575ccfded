package org.nlcen.app.attack;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.image.Mask;
import org.nlcen.metric.Overlap;

/**
 * An attacked image, the answer to it and how that answer stands to the reference.
 *
 * @param example for epsilon 0 the clean image
 * @param overlap with the reference at 256x256
 */
public record Outcome(AdversarialExample example, Overlap overlap) {

    static Outcome of(AdversarialExample example, Mask reference) {
        return new Outcome(example, Overlap.of(example.segmentation().mask(), reference));
    }

    public double epsilon() {
        return example.epsilon();
    }
}
