package org.nlcen.model;

import org.nlcen.image.Mask;

/** How much each pixel counts in a loss, told from what the network says of the image. */
@FunctionalInterface
public interface PixelWeights {

    /**
     * @param prediction at the image whose gradient is asked for
     * @param goal the mask the adversary wants
     * @return 256 * 256 weights, at least 0, row by row; a new array
     */
    float[] of(Segmentation prediction, Mask goal);
}
