package org.nlcen.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.nlcen.dicom.codec.CodecException;
import org.nlcen.dicom.parse.Limits;
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

    private Boundary() {}

    /**
     * Runs {@code work} and waits for it.
     *
     * @throws ImageReadException whatever happened, the time running out included
     */
    static <T> T guard(Path file, Callable<T> work) throws ImageReadException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(null, task, "dicom-reader", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(Limits.SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ImageReadException(
                    file,
                    Reason.BROKEN,
                    "reading took more than " + Limits.SECONDS + " seconds; the file is probably damaged.",
                    e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ImageReadException(file, Reason.BROKEN, "reading was cancelled.", e);
        } catch (ExecutionException e) {
            throw explain(file, e.getCause());
        }
    }

    private static ImageReadException explain(Path file, Throwable cause) {
        if (cause instanceof ImageReadException known) {
            return known;
        }
        if (cause instanceof CodecException codec) {
            Reason reason = codec.isUnsupported() ? Reason.UNSUPPORTED : Reason.BROKEN;
            return new ImageReadException(file, reason, codec.getMessage() + ".", codec);
        }
        if (cause instanceof OutOfMemoryError) {
            return new ImageReadException(file, Reason.UNSUPPORTED, "there is not enough memory to open it.", cause);
        }
        if (cause instanceof IOException) {
            return new ImageReadException(file, Reason.BROKEN, "it cannot be read: " + cause.getMessage() + ".", cause);
        }
        LOG.debug("unexpected failure while reading a file", cause);
        return new ImageReadException(file, Reason.BROKEN, "its contents make no sense; the file is damaged.", cause);
    }
}
