package org.nlcen.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.csv.CSVRecord;
import org.nlcen.metric.Overlap;

/**
 * {@code results.csv}: one row for each image, model and strength, added as they come. A line cut off when a run was
 * stopped is dropped at the next start.
 */
public final class ResultsFile {
    private static final List<String> HEADER = List.of(
            "image", "model", "epsilon", "dic", "jsc", "true_positive", "false_positive", "false_negative", "linf");

    private final Path file;
    private final List<ImageStudy.Row> rows = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();

    private record Key(String image, String model, double epsilon) {}

    /**
     * Opens or begins a file.
     *
     * @throws IOException if it is something else
     */
    public ResultsFile(Path file) throws IOException {
        this.file = file;
        for (CSVRecord line : Tables.open(file, HEADER)) {
            keep(row(line));
        }
    }

    /** The finished rows of a file, which is left as it is: another process may be adding to it. */
    public static List<ImageStudy.Row> read(Path file) throws IOException {
        return Tables.read(file, HEADER).stream().map(ResultsFile::row).toList();
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

    /** Whether the row is new; then it is kept. */
    private boolean keep(ImageStudy.Row row) {
        boolean fresh = keys.add(new Key(row.image(), row.model(), row.epsilon()));
        if (fresh) {
            rows.add(row);
        }
        return fresh;
    }

    /** All rows so far, in the order of writing. */
    public List<ImageStudy.Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether every strength of an image is there for a model. */
    public boolean has(String image, String model, double[] epsilons) {
        for (double epsilon : epsilons) {
            if (!keys.contains(new Key(image, model, epsilon))) {
                return false;
            }
        }
        return true;
    }

    /** Adds the rows of one image and model, in one piece; rows that are there already are left as they are. */
    public void add(List<ImageStudy.Row> added) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ImageStudy.Row row : added) {
            if (keep(row)) {
                text.append(line(row));
            }
        }
        Tables.append(file, text.toString());
    }

    private static String line(ImageStudy.Row row) {
        Overlap overlap = row.overlap();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.6f,%.6f,%d,%d,%d,%s\n",
                Tables.cell(row.image()),
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
