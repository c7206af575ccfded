package org.nlcen.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How files that hold the true mask of an image are named: {@code NAME_mask.png}, {@code masks/NAME.png} and the like. */
public final class TruthNames {
    /** The folder in or beside the images' own. */
    public static final String FOLDER = "masks";

    /** What may follow the image's name. */
    public static final List<String> ENDINGS = List.of("_mask", "_segmentation", "_Segmentation");

    private static final String KIND = ".png";

    private TruthNames() {}

    /** A file's name without its kind. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The name, without its kind, of the image whose mask this is by its own name; empty for what is no mask. */
    public static Optional<String> imageOf(Path file) {
        if (!file.getFileName().toString().endsWith(KIND)) {
            return Optional.empty();
        }
        String stem = stem(file);
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending)) {
                return Optional.of(stem.substring(0, stem.length() - ending.length()));
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        boolean inside =
                folder.getFileName() != null && folder.getFileName().toString().equals(FOLDER);
        return inside ? Optional.of(stem) : Optional.empty();
    }
}
