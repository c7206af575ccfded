package org.nlcen.app.attack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells the time left from the steps done since work last began. */
final class ProgressClock {
    private static final int LEAST_STEPS = 4;

    private final LongSupplier nanoTime;
    private boolean running;
    private long since;
    private int from;

    ProgressClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The next measurement starts a new count. */
    void stop() {
        running = false;
    }

    Progress measure(int done, int total) {
        long now = nanoTime.getAsLong();
        if (!running || done < from) {
            running = true;
            since = now;
            from = done;
        }
        int counted = done - from;
        if (counted < LEAST_STEPS || done >= total) {
            return new Progress(done, total, Optional.empty());
        }
        long left = (long) ((now - since) / (double) counted * (total - done));
        return new Progress(done, total, Optional.of(Duration.ofNanos(left)));
    }
}
