package org.nlcen.app.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.image.TruthNames;

/** Finds the mask that belongs to an image by the habits of public collections. */
final class TruthFinder {
    private TruthFinder() {}

    /**
     * The mask of {@code NAME.ext}: {@code NAME_mask.png} or {@code NAME_segmentation.png} beside it, or in a folder
     * {@code masks} in or beside the image's folder, there also plainly {@code NAME.png}.
     */
    static Optional<Path> find(Path image) {
        Path folder = image.toAbsolutePath().getParent();
        String stem = TruthNames.stem(image);
        if (folder == null || TruthNames.ENDINGS.stream().anyMatch(stem::endsWith)) {
            return Optional.empty();
        }
        for (String ending : TruthNames.ENDINGS) {
            Path beside = folder.resolve(stem + ending + ".png");
            if (Files.isRegularFile(beside)) {
                return Optional.of(beside);
            }
        }
        for (Path masks : List.of(folder.resolve(TruthNames.FOLDER), folder.resolveSibling(TruthNames.FOLDER))) {
            Optional<Path> inside = inside(masks, stem);
            if (inside.isPresent() && !masks.equals(folder)) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> inside(Path masks, String stem) {
        Path plain = masks.resolve(stem + ".png");
        if (Files.isRegularFile(plain)) {
            return Optional.of(plain);
        }
        return TruthNames.ENDINGS.stream()
                .map(ending -> masks.resolve(stem + ending + ".png"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
