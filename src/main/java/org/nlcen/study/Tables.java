package org.nlcen.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
     * Begins a table or reads what is there, for a process that will add to it.
     *
     * @return its lines, in their order
     * @throws IOException if the file is something else
     */
    static List<CSVRecord> open(Path file, List<String> header) throws IOException {
        String first = first(header);
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (first.startsWith(text)) {
            AtomicFile.text(file, first);
            return List.of();
        }
        List<CSVRecord> lines = parsed(file, text, header);
        String whole = whole(text);
        if (whole.length() < text.length()) {
            AtomicFile.text(file, whole);
        }
        return lines;
    }

    /** Reads the finished lines of a table to which another process may be adding. */
    static List<CSVRecord> read(Path file, List<String> header) throws IOException {
        String text = Files.readString(file);
        return first(header).startsWith(text) ? List.of() : parsed(file, text, header);
    }

    private static String first(List<String> header) {
        return String.join(",", header) + "\n";
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static List<CSVRecord> parsed(Path file, String text, List<String> header) throws IOException {
        if (!text.startsWith(first(header))) {
            throw new IOException(file + " is not a table of this program's version; name another folder");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setRecordSeparator('\n')
                .get();
        try (CSVParser parser = CSVParser.parse(whole(text), format)) {
            return parser.getRecords();
        } catch (UncheckedIOException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Adds whole lines, in one piece, and brings them to the disk. */
    static void append(Path file, String lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** A name as a cell. */
    static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
