package org.nlcen.model;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/**
 * What a network says of one picture.
 *
 * @param foreground probability of the structure, 256 * 256 values within 0..1, row by row; never written to
 */
public record Segmentation(float[] foreground) {
    public Segmentation {
        if (foreground.length != NetworkInput.SIZE * NetworkInput.SIZE) {
            throw new IllegalArgumentException("expected 256x256 probabilities, got " + foreground.length);
        }
    }

    /** Pixels whose probability is at least one half. */
    public Mask mask() {
        return Mask.ofProbabilities(NetworkInput.SIZE, NetworkInput.SIZE, foreground);
    }
}
