package org.nlcen.dicom.parse;

import java.io.IOException;

/** A file asked for more than {@link Limits} allows. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
