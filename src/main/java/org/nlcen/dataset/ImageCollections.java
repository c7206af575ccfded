package org.nlcen.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.nlcen.dataset.SampleFile.Preparation;

/** The image collections this program knows, as lists of files. */
public final class ImageCollections {
    private static final List<String> MASK_ENDINGS = List.of("", "_mask", "_segmentation");

    private ImageCollections() {}

    /** JSRT's folds, as the paper splits them. */
    public enum Fold {
        /** 124 training images. */
        ODD,
        /** 123 test images. */
        EVEN
    }

    /**
     * JSRT chest radiographs with SCR lung masks, prepared to 256x256: {@code images}, {@code masks}, {@code split.csv} with
     * the columns name and scr_fold. Shiraishi et al. 2000, van Ginneken et al. 2006.
     */
    public static List<SampleFile> jsrt(Path folder, Fold fold) throws IOException {
        return SplitTable.names(folder, "name", "scr_fold", fold.name()).stream()
                .map(name -> new SampleFile(
                        name,
                        folder.resolve("images").resolve(name + ".png"),
                        folder.resolve("masks").resolve(name + ".png"),
                        Preparation.READY))
                .toList();
    }

    /**
     * Dermoscopy images with lesion masks: {@code images/ID.jpg}, {@code masks/ID_segmentation.png}, {@code split.csv} with the
     * columns id and split. Gutman et al. 2016, Codella et al. 2017.
     *
     * @param split {@code isbi2016-train}, {@code isbi2016-test} or {@code extra}
     */
    public static List<SampleFile> skin(Path folder, String split) throws IOException {
        return SplitTable.names(folder, "id", "split", split).stream()
                .map(id -> new SampleFile(
                        id,
                        folder.resolve("images").resolve(id + ".jpg"),
                        folder.resolve("masks").resolve(id + "_segmentation.png"),
                        Preparation.COLOUR))
                .toList();
    }

    /**
     * Any folder with {@code images} and {@code masks}; a mask has its picture's name, or that with {@code _mask} or
     * {@code _segmentation} behind it. Pictures without a mask are left out.
     */
    public static List<SampleFile> pairs(Path folder, Preparation preparation) throws IOException {
        Path images = folder.resolve("images");
        Path masks = folder.resolve("masks");
        if (!Files.isDirectory(images) || !Files.isDirectory(masks)) {
            throw new DatasetException(folder.toAbsolutePath() + " needs the folders images and masks");
        }
        List<SampleFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(images)) {
            for (Path image : listed.sorted().toList()) {
                String stem = image.getFileName().toString().replaceFirst("\\.[^.]*$", "");
                MASK_ENDINGS.stream()
                        .map(ending -> masks.resolve(stem + ending + ".png"))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .ifPresent(mask -> files.add(new SampleFile(stem, image, mask, preparation)));
            }
        }
        if (files.isEmpty()) {
            throw new DatasetException(folder.toAbsolutePath() + " holds no picture with a mask of its name");
        }
        return files;
    }

    /** Reads all of them. */
    public static List<Sample> read(List<SampleFile> files) throws DatasetException {
        List<Sample> samples = new ArrayList<>();
        for (SampleFile file : files) {
            samples.add(file.read());
        }
        return samples;
    }
}
