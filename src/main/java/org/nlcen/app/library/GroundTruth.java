package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.image.Contour;
import org.nlcen.image.Contours;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;

/**
 * The mask an expert drew, or the exact one of a phantom.
 *
 * @param mask any size; it covers the whole image
 * @param onNetwork the same at 256x256
 * @param edges its outlines, in the pixels of the 256x256 mask
 * @param file where it came from; empty for a phantom's
 */
public record GroundTruth(Mask mask, Mask onNetwork, List<Contour> edges, Optional<Path> file) {
    // rounds off the staircase of pixels and no more
    private static final double TOLERANCE = 0.6;

    static GroundTruth of(Mask mask, Optional<Path> file) {
        Mask onNetwork = Masks.toNetwork(mask);
        return new GroundTruth(mask, onNetwork, Contours.of(onNetwork, TOLERANCE), file);
    }
}
