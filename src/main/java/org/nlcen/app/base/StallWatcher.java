package org.nlcen.app.base;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Watches whether the window's thread is held up: again and again it hands that thread a trifle and measures how much the
 * thread computes before it comes to it. Processor time, not the clock, is counted, so that a busy machine is no stall.
 */
public final class StallWatcher implements AutoCloseable {
    private static final long PAUSE_MILLIS = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong trifles = new AtomicLong();
    private final long windowThread;
    private final Thread watcher;
    private volatile boolean open = true;
    private volatile boolean waiting;

    /** Begins; to be called on the window's thread. */
    public StallWatcher() {
        windowThread = Thread.currentThread().getId();
        watcher = new Thread(this::watch, "stall-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** The most the window's thread computed before it came to what it was asked for, in milliseconds. */
    public double longestMillis() {
        return longest.get() / NANOS_PER_MILLI;
    }

    /** How often it was asked. */
    public long samples() {
        return trifles.get();
    }

    private void watch() {
        while (open) {
            if (!waiting) {
                waiting = true;
                long asked = threads.getThreadCpuTime(windowThread);
                Platform.runLater(() -> answer(asked));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    private void answer(long asked) {
        longest.accumulateAndGet(threads.getCurrentThreadCpuTime() - asked, Math::max);
        trifles.incrementAndGet();
        waiting = false;
    }

    @Override
    public void close() {
        open = false;
        watcher.interrupt();
    }
}
