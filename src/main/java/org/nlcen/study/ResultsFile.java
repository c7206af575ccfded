package org.nlcen.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nlcen.metric.Overlap;

/**
 * {@code results.csv}: one row for each image, model and strength, added as they come. A line cut off when a run was
 * stopped is dropped at the next start.
 */
public final class ResultsFile {
    private static final String[] HEADER = {
        "image", "model", "epsilon", "dic", "jsc", "true_positive", "false_positive", "false_negative", "linf"
    };

    private final Path file;
    private final List<ImageStudy.Row> rows = new ArrayList<>();

    /**
     * Opens or begins a file.
     *
     * @throws IOException if it is something else
     */
    public ResultsFile(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            Files.writeString(file, String.join(",", HEADER) + "\n");
            return;
        }
        String text = Files.readString(file);
        if (!text.startsWith(String.join(",", HEADER) + "\n")) {
            throw new IOException(file + " is not a results file of this program; name another folder");
        }
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setRecordSeparator('\n')
                .get();
        try (CSVParser parser = CSVParser.parse(whole, format)) {
            for (CSVRecord line : parser) {
                rows.add(row(line));
            }
        }
    }

    private static ImageStudy.Row row(CSVRecord line) {
        return new ImageStudy.Row(
                line.get("image"),
                line.get("model"),
                Double.parseDouble(line.get("epsilon")),
                new Overlap(
                        Long.parseLong(line.get("true_positive")),
                        Long.parseLong(line.get("false_positive")),
                        Long.parseLong(line.get("false_negative"))),
                Double.parseDouble(line.get("linf")));
    }

    /** All rows so far, in the order of writing. */
    public List<ImageStudy.Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether every strength of an image is there for a model. */
    public boolean has(String image, String model, double[] epsilons) {
        for (double epsilon : epsilons) {
            boolean found = rows.stream()
                    .anyMatch(
                            row -> row.image().equals(image) && row.model().equals(model) && row.epsilon() == epsilon);
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Adds the rows of one image and model, in one piece; rows that are there already are left as they are. */
    public void add(List<ImageStudy.Row> added) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ImageStudy.Row row : added) {
            if (has(row.image(), row.model(), new double[] {row.epsilon()})) {
                continue;
            }
            rows.add(row);
            text.append(line(row));
        }
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static String line(ImageStudy.Row row) {
        Overlap overlap = row.overlap();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.6f,%.6f,%d,%d,%d,%s\n",
                row.image(),
                row.model(),
                row.epsilon(),
                overlap.dic(),
                overlap.jsc(),
                overlap.truePositive(),
                overlap.falsePositive(),
                overlap.falseNegative(),
                row.linf());
    }
}
