package org.nlcen.training;

import java.io.IOException;

/** Another program trains into the same folder. */
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
