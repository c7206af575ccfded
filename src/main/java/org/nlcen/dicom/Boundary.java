package org.nlcen.dicom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.nlcen.dicom.codec.CodecException;
import org.nlcen.dicom.parse.Limits;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where damage stops. Reading runs on a thread of its own with a time limit, and whatever goes wrong there, exhausted
 * memory included, comes out as an {@link ImageReadException}.
 */
final class Boundary {
    private static final Logger LOG = LoggerFactory.getLogger(Boundary.class);
    private static final int STACK_BYTES = 4 << 20;
    private static final int SLICE_MILLIS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Boundary() {}

    /** Runs {@code work} within {@link Limits#SECONDS}, see {@link #guard(Path, int, Callable)}. */
    static <T> T guard(Path file, Callable<T> work) throws ImageReadException {
        return guard(file, Limits.SECONDS, work);
    }

    /**
     * Runs {@code work} and waits for it.
     *
     * @param seconds of computing; a busy computer may take {@link Limits#PATIENCE} times as long by the clock
     * @throws ImageReadException whatever happened, the time running out included
     */
    static <T> T guard(Path file, int seconds, Callable<T> work) throws ImageReadException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(null, task, "dicom-reader", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return await(task, worker, seconds);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ImageReadException(
                    file,
                    Reason.BROKEN,
                    Explanation.of("reading took more than {0} seconds; the file is probably damaged.", seconds),
                    e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ImageReadException(file, Reason.BROKEN, "reading was cancelled.", e);
        } catch (ExecutionException e) {
            throw explain(file, e.getCause());
        }
    }

    private static <T> T await(FutureTask<T> task, Thread worker, int seconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        long allowed = TimeUnit.SECONDS.toNanos(seconds);
        long start = System.nanoTime();
        while (true) {
            try {
                return task.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long clock = System.nanoTime() - start;
                long computed = THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(worker.getId()) : clock;
                if (computed > allowed || clock > Limits.PATIENCE * allowed) {
                    throw e;
                }
            }
        }
    }

    private static ImageReadException explain(Path file, Throwable cause) {
        if (cause instanceof ImageReadException known) {
            return known;
        }
        if (cause instanceof CodecException codec) {
            Reason reason = codec.isUnsupported() ? Reason.UNSUPPORTED : Reason.BROKEN;
            return new ImageReadException(file, reason, Explanation.of("{0}.", codec.explanation()), codec);
        }
        if (cause instanceof OutOfMemoryError) {
            return new ImageReadException(file, Reason.UNSUPPORTED, "there is not enough memory to open it.", cause);
        }
        if (cause instanceof IOException) {
            return new ImageReadException(
                    file,
                    Reason.BROKEN,
                    Explanation.of("it cannot be read: {0}.", String.valueOf(cause.getMessage())),
                    cause);
        }
        LOG.debug("unexpected failure while reading a file", cause);
        return new ImageReadException(file, Reason.BROKEN, "its contents make no sense; the file is damaged.", cause);
    }
}
