package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.Optional;

import org.nlcen.image.Mask;
import org.nlcen.image.Masks;

/**
 * The mask an expert drew, or the exact one of a phantom.
 *
 * @param mask any size; it covers the whole image
 * @param onNetwork the same at 256x256
 * @param file where it came from; empty for a phantom's
 */
public record GroundTruth(Mask mask, Mask onNetwork, Optional<Path> file) {

    static GroundTruth of(Mask mask, Optional<Path> file) {
        return new GroundTruth(mask, Masks.toNetwork(mask), file);
    }
}
