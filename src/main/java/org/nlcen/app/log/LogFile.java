package org.nlcen.app.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program's own log, a file a day. */
public final class LogFile {
    private static final int MOST_BYTES = 512 << 10;

    /** How grave a line is. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    /** One line, or a line that goes on from one. */
    public record Line(Level level, String text) {}

    private LogFile() {}

    /** The latest file of a folder. */
    public static Optional<Path> latest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("nlcen-[\\d-]+\\.log"))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    /** Its last lines, at most half a megabyte; a trace of calls has the gravity of the line it belongs to. */
    public static List<Line> tail(Path file) throws IOException {
        String text;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            text = new String(bytes, StandardCharsets.UTF_8);
            text = from > 0 ? text.substring(text.indexOf('\n') + 1) : text;
        }
        List<Line> lines = new ArrayList<>();
        Level level = Level.INFO;
        for (String line : text.lines().toList()) {
            if (line.matches("\\d{4}-\\d{2}-\\d{2} .*")) {
                level = line.contains(" ERROR ") ? Level.ERROR : line.contains(" WARN ") ? Level.WARN : Level.INFO;
            }
            lines.add(new Line(level, line));
        }
        return lines;
    }
}
