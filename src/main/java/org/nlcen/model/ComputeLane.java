package org.nlcen.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single thread that owns the engine. The engine allows one gradient at a time in a process, so all computing passes
 * here: single calls first, then the background work that was set last, one step at a time, so that anything newer waits for one
 * step at most.
 */
public final class ComputeLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeLane.class);

    private final Deque<Runnable> calls = new ArrayDeque<>();
    private final Thread thread;
    private Work work;
    private long orders;
    private boolean closed;

    /** Background work in small pieces. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does one piece, on the lane's thread.
         *
         * @return whether more is left to do now
         */
        boolean step();
    }

    public ComputeLane() {
        thread = new Thread(this::run, "compute-lane");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs one call on the lane, after those already waiting and before background work. */
    public <T> CompletableFuture<T> call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                result.cancel(false);
                return result;
            }
            calls.add(() -> complete(result, task));
            notifyAll();
        }
        return result;
    }

    /** Sets the background work; it replaces the earlier one, whose current step is still finished. */
    public synchronized void work(Work next) {
        work = next;
        orders++;
        notifyAll();
    }

    /** Takes back background work, unless it was replaced already. */
    public synchronized void cancel(Work old) {
        if (work == old) {
            work = null;
            orders++;
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        if (result.isCancelled()) {
            return;
        }
        try {
            result.complete(task.call());
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            result.completeExceptionally(e);
        }
    }

    private void run() {
        while (true) {
            Runnable call;
            Work piece;
            long order;
            synchronized (this) {
                while (!closed && calls.isEmpty() && work == null) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        closed = true;
                    }
                }
                if (closed) {
                    return;
                }
                call = calls.poll();
                piece = work;
                order = orders;
            }
            if (call != null) {
                call.run();
            } else if (piece != null && !stepped(piece)) {
                finished(order);
            }
        }
    }

    /** Work that was ordered again during its last step stays. */
    private synchronized void finished(long order) {
        if (orders == order) {
            work = null;
        }
    }

    private static boolean stepped(Work piece) {
        try {
            return piece.step();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("background work stopped", e);
            return false;
        }
    }

    /** Stops after the current step and waits for it. Waiting calls never complete. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            work = null;
            calls.clear();
            notifyAll();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
