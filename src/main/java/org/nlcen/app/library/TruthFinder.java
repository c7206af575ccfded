package org.nlcen.app.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.nlcen.image.TruthNames;

/** Finds the mask that belongs to an image by the habits of public collections, see {@link TruthNames#places}. */
final class TruthFinder {
    private TruthFinder() {}

    static Optional<Path> find(Path image) {
        return TruthNames.places(TruthNames.path(image)).stream()
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
