package org.nlcen.dicom.codec;

import java.io.IOException;

import org.nlcen.image.Explanation;

/** Pixel data that cannot be decoded; the message is a clause for people ("the JPEG data end too early"). */
public final class CodecException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unsupported;
    private final transient Explanation explanation;

    private CodecException(Explanation explanation, boolean unsupported, Throwable cause) {
        super(explanation.toString(), cause);
        this.unsupported = unsupported;
        this.explanation = explanation;
    }

    /** The data are damaged; see {@link Explanation#of}. */
    public static CodecException broken(String text, Object... parts) {
        return new CodecException(Explanation.of(text, parts), false, null);
    }

    /** The data are damaged, found by a decoder. */
    public static CodecException broken(String text, Throwable cause) {
        return new CodecException(Explanation.of(text), false, cause);
    }

    /** The data may be sound, but this program does not read them; see {@link Explanation#of}. */
    public static CodecException unsupported(String text, Object... parts) {
        return new CodecException(Explanation.of(text, parts), true, null);
    }

    public boolean isUnsupported() {
        return unsupported;
    }

    /** The message, which can be said in other languages. */
    public Explanation explanation() {
        return explanation;
    }
}
