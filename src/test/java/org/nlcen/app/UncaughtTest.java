package org.nlcen.app;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UncaughtTest {
    private int told;
    private long now = -5;
    private final Uncaught uncaught = new Uncaught(() -> told++, () -> now);

    private static RuntimeException failure(int line) {
        RuntimeException failure = new IllegalStateException("made for a test");
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("Somewhere", "deep", "Somewhere.java", line)});
        return failure;
    }

    private void fails(int line, long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        uncaught.uncaughtException(Thread.currentThread(), failure(line));
    }

    @Test
    void theUserIsToldOfEachKindOfFailureButNotInAFlood() {
        fails(1, 0);
        assertThat(told).isEqualTo(1);
        fails(1, 3600);
        assertThat(told).as("the same again").isEqualTo(1);
        fails(2, 0);
        assertThat(told).isEqualTo(2);
        fails(3, 59);
        assertThat(told).as("within a minute").isEqualTo(2);
        fails(2, 1);
        assertThat(told).isEqualTo(3);
    }
}
