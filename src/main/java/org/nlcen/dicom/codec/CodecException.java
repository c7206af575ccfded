package org.nlcen.dicom.codec;

import java.io.IOException;

/** Pixel data that cannot be decoded; the message is a clause for people ("the JPEG data end too early"). */
public final class CodecException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unsupported;

    private CodecException(String message, boolean unsupported, Throwable cause) {
        super(message, cause);
        this.unsupported = unsupported;
    }

    /** The data are damaged. */
    public static CodecException broken(String message) {
        return new CodecException(message, false, null);
    }

    /** The data are damaged, found by a decoder. */
    public static CodecException broken(String message, Throwable cause) {
        return new CodecException(message, false, cause);
    }

    /** The data may be sound, but this program does not read them. */
    public static CodecException unsupported(String message) {
        return new CodecException(message, true, null);
    }

    public boolean isUnsupported() {
        return unsupported;
    }
}
