package org.nlcen.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVRecord;

/** {@code checks.csv}: one row for each image and network whose robustness was checked. */
public final class ChecksFile {
    private static final List<String> HEADER = List.of(
            "image",
            "model",
            "epsilon",
            "dic_clean",
            "dic_paper",
            "dic_36_steps",
            "dic_100_steps_5_starts",
            "dic_epsilon_255",
            "dic_noise",
            "transfer_from",
            "dic_transfer",
            "zero_gradient_clean",
            "zero_gradient_attacked",
            "gradients");

    private final Path file;
    private final List<HonestyStudy.Row> rows = new ArrayList<>();

    /**
     * Opens or begins a file.
     *
     * @throws IOException if it is something else
     */
    public ChecksFile(Path file) throws IOException {
        this.file = file;
        for (CSVRecord line : Tables.open(file, HEADER)) {
            rows.add(row(line));
        }
    }

    /** The finished rows of a file, which is left as it is: another process may be adding to it. */
    public static List<HonestyStudy.Row> read(Path file) throws IOException {
        return Tables.read(file, HEADER).stream().map(ChecksFile::row).toList();
    }

    private static HonestyStudy.Row row(CSVRecord line) {
        double[] figures = new double[HEADER.size()];
        for (int i = 2; i < figures.length; i++) {
            figures[i] = i == 9 ? 0 : Double.parseDouble(line.get(i));
        }
        return new HonestyStudy.Row(
                line.get(0),
                line.get(1),
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                figures[8],
                line.get(9),
                figures[10],
                figures[11],
                figures[12],
                (int) figures[13]);
    }

    /** All rows so far. */
    public List<HonestyStudy.Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether an image was checked for a network. */
    public boolean has(String image, String model) {
        return rows.stream()
                .anyMatch(row -> row.image().equals(image) && row.model().equals(model));
    }

    /** Adds one row. */
    public void add(HonestyStudy.Row row) throws IOException {
        rows.add(row);
        Tables.append(
                file,
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%s,%.6f,%.6f,%.6f,%d\n",
                        Tables.cell(row.image()),
                        row.model(),
                        row.epsilon(),
                        row.clean(),
                        row.paper(),
                        row.longer(),
                        row.starts(),
                        row.fullRange(),
                        row.noise(),
                        row.source(),
                        row.transfer(),
                        row.zeroClean(),
                        row.zeroAttacked(),
                        row.gradients()));
    }
}
