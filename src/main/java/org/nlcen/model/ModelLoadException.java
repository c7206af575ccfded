package org.nlcen.model;

import java.io.IOException;

/** A network that cannot be used; the message is a sentence for the user. */
public final class ModelLoadException extends IOException {
    private static final long serialVersionUID = 1L;

    public ModelLoadException(String message) {
        super(message);
    }

    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
