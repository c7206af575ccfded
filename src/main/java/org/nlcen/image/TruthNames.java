package org.nlcen.image;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How files that hold the true mask of an image are named: {@code NAME_mask.png}, {@code masks/NAME.png} and the like. Paths
 * are given as text with {@code /} between folders, so that the rules hold on the disk and in a ZIP file alike.
 */
public final class TruthNames {
    /** The folder in or beside the images' own. */
    public static final String FOLDER = "masks";

    /** What may follow the image's name. */
    public static final List<String> ENDINGS = List.of("_mask", "_segmentation", "_Segmentation");

    private static final String KIND = ".png";

    private TruthNames() {}

    /** A file's absolute path in the form that is used here. */
    public static String path(Path file) {
        return file.toAbsolutePath().toString().replace(File.separatorChar, '/');
    }

    /** Those of these files that are true masks of images among them. */
    public static Set<String> masks(Collection<String> files) {
        Set<String> images = files.stream()
                .filter(file -> imageOf(file).isEmpty())
                .map(TruthNames::stem)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> imageOf(file).filter(images::contains).isPresent())
                .collect(Collectors.toSet());
    }

    /**
     * Where the mask of an image may lie, in the order of preference: {@code NAME_mask.png} or {@code NAME_segmentation.png}
     * beside it, or in a folder {@code masks} in or beside the image's folder, there also plainly {@code NAME.png}.
     */
    public static List<String> places(String image) {
        String folder = folder(image);
        String stem = stem(image);
        List<String> places = new ArrayList<>();
        if (ENDINGS.stream().noneMatch(stem::endsWith)) {
            ENDINGS.forEach(ending -> places.add(folder + stem + ending + KIND));
            for (String masks : List.of(folder + FOLDER + "/", beside(folder))) {
                if (!masks.equals(folder)) {
                    places.add(masks + stem + KIND);
                    ENDINGS.forEach(ending -> places.add(masks + stem + ending + KIND));
                }
            }
        }
        return places;
    }

    /** The name, without its kind, of the image whose mask this is by its own name; empty for what is no mask. */
    private static Optional<String> imageOf(String file) {
        if (!file.endsWith(KIND)) {
            return Optional.empty();
        }
        String stem = stem(file);
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending)) {
                return Optional.of(stem.substring(0, stem.length() - ending.length()));
            }
        }
        return ("/" + folder(file)).endsWith("/" + FOLDER + "/") ? Optional.of(stem) : Optional.empty();
    }

    /** The folder of masks beside a folder. */
    private static String beside(String folder) {
        return folder.isEmpty() ? folder : folder(folder.substring(0, folder.length() - 1)) + FOLDER + "/";
    }

    /** A file's folder with the stroke after it; empty where the path has none. */
    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** A file's name without its kind. */
    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
