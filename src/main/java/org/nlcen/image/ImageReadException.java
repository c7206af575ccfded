package org.nlcen.image;

import java.io.IOException;
import java.nio.file.Path;

/** A file that could not become a picture, with a sentence for the person who opened it. */
public final class ImageReadException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why there is no picture. */
    public enum Reason {
        /** Damaged or cut off. */
        BROKEN,
        /** Intact, but holds no picture. */
        NOT_AN_IMAGE,
        /** Intact, in a format or with a size this program does not read. */
        UNSUPPORTED
    }

    private final transient Path file;
    private final Reason reason;
    private final transient Explanation detail;

    /**
     * @param file the file, named in the message
     * @param reason its kind
     * @param detail one plain sentence: what is wrong and what can be done
     */
    public ImageReadException(Path file, Reason reason, Explanation detail, Throwable cause) {
        super(file.getFileName() + ": " + detail, cause);
        this.file = file;
        this.reason = reason;
        this.detail = detail;
    }

    public ImageReadException(Path file, Reason reason, Explanation detail) {
        this(file, reason, detail, null);
    }

    /** @param detail one plain sentence that is the same for every file */
    public ImageReadException(Path file, Reason reason, String detail, Throwable cause) {
        this(file, reason, Explanation.of(detail), cause);
    }

    public ImageReadException(Path file, Reason reason, String detail) {
        this(file, reason, Explanation.of(detail), null);
    }

    public Path file() {
        return file;
    }

    public Reason reason() {
        return reason;
    }

    /** The message without the file's name, which may be a patient's. */
    public Explanation detail() {
        return detail;
    }
}
