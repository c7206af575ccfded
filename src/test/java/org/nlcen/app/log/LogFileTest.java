package org.nlcen.app.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.log.LogFile.Level;
import org.nlcen.app.log.LogFile.Line;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void theLatestFileIsReadAndTracesBelongToTheirLine() throws IOException {
        Files.writeString(folder.resolve("nlcen-2026-01-01.log"), "old");
        Path latest = Files.writeString(
                folder.resolve("nlcen-2026-01-02.log"),
                """
                2026-01-02 12:00:00,000 INFO  o.n.a.X [main] ready
                2026-01-02 12:00:01,000 ERROR o.n.a.X [main] broken
                java.lang.IllegalStateException: why
                \tat org.nlcen.X
                2026-01-02 12:00:02,000 WARN  o.n.a.X [main] odd
                """);
        Files.writeString(folder.resolve("hs_err_pid1.log"), "no log");
        assertThat(LogFile.latest(folder)).contains(latest);
        List<Line> lines = LogFile.tail(latest);
        assertThat(lines)
                .extracting(Line::level)
                .containsExactly(Level.INFO, Level.ERROR, Level.ERROR, Level.ERROR, Level.WARN);
    }

    @Test
    void ofALongFileTheEndIsReadFromAWholeLineOn() throws IOException {
        Path file = folder.resolve("nlcen-2026-01-03.log");
        String line = "2026-01-03 12:00:00,000 INFO  o.n.a.X [main] " + "x".repeat(955) + "\n";
        Files.writeString(file, line.repeat(2000));
        List<Line> lines = LogFile.tail(file);
        assertThat(lines).hasSizeBetween(500, 530);
        assertThat(lines.get(0).text()).isEqualTo(line.strip());
    }

    @Test
    void aFolderThatIsNotThereHasNoLog() throws IOException {
        assertThat(LogFile.latest(folder.resolve("missing"))).isEmpty();
    }
}
