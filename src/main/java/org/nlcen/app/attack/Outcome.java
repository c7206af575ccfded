package org.nlcen.app.attack;

import java.util.List;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.image.Contour;
import org.nlcen.image.Contours;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;

/**
 * An attacked image, the answer to it and how that answer stands to the reference.
 *
 * @param example for epsilon 0 the clean image
 * @param overlap with the reference at 256x256
 * @param edges outlines of the answer, in the 256x256 pixels of the network
 */
public record Outcome(AdversarialExample example, Overlap overlap, List<Contour> edges) {
    private static final Geometry SQUARE = new Geometry(NetworkInput.SIZE, NetworkInput.SIZE);
    // in network pixels: far below what the eye sees at any sensible zoom
    private static final double TOLERANCE = 0.05;

    /** Takes some milliseconds; not for the window's thread. */
    static Outcome of(AdversarialExample example, Mask reference) {
        float[] foreground = example.segmentation().foreground();
        return new Outcome(
                example,
                Overlap.of(example.segmentation().mask(), reference),
                Contours.of(foreground, SQUARE, TOLERANCE));
    }

    public double epsilon() {
        return example.epsilon();
    }

    // two outcomes are never compared by their numbers, and arrays would be by identity anyway
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
