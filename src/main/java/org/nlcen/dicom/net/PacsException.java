package org.nlcen.dicom.net;

import java.io.IOException;

/** An archive that could not be reached or would not answer; the message is a sentence for people. */
public final class PacsException extends IOException {
    private static final long serialVersionUID = 1L;

    public PacsException(String message, Throwable cause) {
        super(message, cause);
    }
}
