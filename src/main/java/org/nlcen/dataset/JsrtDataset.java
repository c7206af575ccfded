package org.nlcen.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * JSRT chest radiographs with SCR lung masks: {@code images/NAME.png}, {@code masks/NAME.png} and {@code split.csv} with the
 * columns name, scr_fold (odd or even). Shiraishi et al. 2000, van Ginneken et al. 2006.
 */
public final class JsrtDataset {
    private JsrtDataset() {}

    /** The paper's split. */
    public enum Fold {
        /** 124 training images. */
        ODD,
        /** 123 test images. */
        EVEN
    }

    /** All samples of a fold, sorted by name. */
    public static List<Sample> load(Path folder, Fold fold) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String name : names(folder, fold)) {
            samples.add(PairReader.read(
                    name,
                    folder.resolve("images").resolve(name + ".png"),
                    folder.resolve("masks").resolve(name + ".png"),
                    1));
        }
        return samples;
    }

    /** Names of a fold's images, sorted. */
    public static List<String> names(Path folder, Fold fold) throws IOException {
        Path split = folder.resolve("split.csv");
        if (!Files.isRegularFile(split)) {
            throw new DatasetException(
                    split + " is missing; --data must name the folder that holds split.csv, images and masks");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<String> names = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(split, java.nio.charset.StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                if (!row.isMapped("name") || !row.isMapped("scr_fold")) {
                    throw new DatasetException(split + " needs the columns name and scr_fold");
                }
                if (row.get("scr_fold").equalsIgnoreCase(fold.name())) {
                    names.add(row.get("name"));
                }
            }
        }
        if (names.isEmpty()) {
            throw new DatasetException(
                    split + " lists no image of the " + fold.name().toLowerCase() + " fold");
        }
        names.sort(null);
        return names;
    }
}
