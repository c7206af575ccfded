package org.nlcen.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code split.csv}, which says what part of a collection an image belongs to. */
final class SplitTable {
    private SplitTable() {}

    /** Values of {@code nameColumn} in rows whose {@code partColumn} is {@code part}, sorted. */
    static List<String> names(Path folder, String nameColumn, String partColumn, String part) throws IOException {
        Path split = folder.resolve("split.csv");
        if (!Files.isRegularFile(split)) {
            throw new DatasetException(
                    split.toAbsolutePath() + " is missing; the data folder must hold split.csv, images and masks");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<String> names = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(split, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                if (!row.isSet(nameColumn) || !row.isSet(partColumn)) {
                    throw new DatasetException(
                            split.toAbsolutePath() + " needs the columns " + nameColumn + " and " + partColumn);
                }
                if (row.get(partColumn).equalsIgnoreCase(part)) {
                    names.add(row.get(nameColumn));
                }
            }
        }
        if (names.isEmpty()) {
            throw new DatasetException(split.toAbsolutePath() + " lists no image with " + partColumn + " = " + part);
        }
        names.sort(null);
        return names;
    }
}
