package org.nlcen.model.device;

/** The engine's machine code cannot be made ready; the message says why and what to do. */
public final class NativesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NativesException(String message, Throwable cause) {
        super(message, cause);
    }
}
