package org.nlcen.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void aShortCommandInAScriptIsSilent() {
        try (ConsoleProgress progress = ConsoleProgress.start("Reading", "images", 3, new PrintWriter(err, true))) {
            progress.step();
            progress.note("first");
            progress.stepTo(3);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLongOneSpeaksAfterTheQuietTime() {
        AtomicLong clock = new AtomicLong(5_000);
        Consumer<String> lines = ConsoleProgress.linesAfter(30_000, clock::get, new PrintWriter(err, true));

        clock.set(34_999);
        lines.accept("early");
        clock.set(35_000);
        lines.accept("Reading 40%");

        assertThat(err.toString().lines()).containsExactly("Reading 40%");
    }
}
