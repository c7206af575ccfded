package org.nlcen.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A class fits on a few screens. */
class ClassSizeTest {
    private static final int LONGEST = 400;
    private static final int TYPICAL = 100;

    private static final Map<Path, Long> LINES = new TreeMap<>();

    @BeforeAll
    static void countLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> LINES.put(file, lines(file)));
        }
        assertThat(LINES).isNotEmpty();
    }

    @Test
    void noneIsLongerThanWhatCanBeHeldInMind() {
        assertThat(LINES.entrySet()).as("lines of files").allSatisfy(file -> assertThat(file.getValue())
                .as(file.getKey().toString())
                .isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void mostAreShort() {
        long[] sorted =
                LINES.values().stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(sorted[sorted.length / 2]).as("median of lines").isLessThan(TYPICAL);
    }

    private static long lines(Path file) {
        try (Stream<String> content = Files.lines(file)) {
            return content.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
