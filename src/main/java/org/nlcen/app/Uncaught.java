package org.nlcen.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what nothing caught, and has the user told: not of the same failure twice in a row, and not again within a minute, since
 * what fails while the window is drawn fails sixty times a second. Safe for any thread.
 */
final class Uncaught implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

    private final Runnable tell;
    private final LongSupplier nanos;
    private StackTraceElement[] last = {};
    private OptionalLong told = OptionalLong.empty();

    /**
     * @param tell has the user told, on whatever thread failed
     * @param nanos a clock
     */
    Uncaught(Runnable tell, LongSupplier nanos) {
        this.tell = tell;
        this.nanos = nanos;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("in {}", thread.getName(), failure);
        if (worthTelling(failure)) {
            tell.run();
        }
    }

    private synchronized boolean worthTelling(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        boolean same = told.isPresent() && Arrays.equals(trace, last);
        last = trace;
        long now = nanos.getAsLong();
        if (same || told.isPresent() && now - told.getAsLong() < QUIET) {
            return false;
        }
        told = OptionalLong.of(now);
        return true;
    }
}
