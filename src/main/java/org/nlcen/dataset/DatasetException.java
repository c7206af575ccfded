package org.nlcen.dataset;

import java.io.IOException;

/** Data that cannot be used; the message names the file and what to do. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
