package org.nlcen.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nlcen.image.AtomicFile;

/** Tables that grow line by line and survive being cut off: a line that was not finished is dropped at the next start. */
final class Tables {
    private Tables() {}

    /**
     * Begins a table or reads what is there.
     *
     * @return its lines, in their order
     * @throws IOException if the file is something else
     */
    static List<CSVRecord> open(Path file, List<String> header) throws IOException {
        String first = String.join(",", header) + "\n";
        if (!Files.exists(file)) {
            AtomicFile.text(file, first);
            return List.of();
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.startsWith(first)) {
            if (first.startsWith(text)) {
                AtomicFile.text(file, first);
                return List.of();
            }
            throw new IOException(file + " is not a table of this program's version; name another folder");
        }
        if (whole.length() < text.length()) {
            AtomicFile.text(file, whole);
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setRecordSeparator('\n')
                .get();
        try (CSVParser parser = CSVParser.parse(whole, format)) {
            return parser.getRecords();
        } catch (UncheckedIOException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Adds whole lines, in one piece. */
    static void append(Path file, String lines) throws IOException {
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }

    /** A name as a cell. */
    static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
