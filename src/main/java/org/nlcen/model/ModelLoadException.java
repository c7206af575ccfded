package org.nlcen.model;

import java.io.IOException;

import org.nlcen.image.Explanation;

/** A network that cannot be used; the message is a sentence for the user, in English; {@link #reason} has it for other languages. */
public final class ModelLoadException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    /** @param explanation names the file or the network, and what to do */
    public ModelLoadException(Explanation explanation) {
        this(explanation, null);
    }

    /** @param cause what was found, or null */
    public ModelLoadException(Explanation explanation, Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /** What was found, with places for its parts. */
    static ModelLoadException of(String text, Object... parts) {
        return new ModelLoadException(Explanation.of(text, parts));
    }

    /** A file that cannot be used for the reason given by what went wrong. */
    static ModelLoadException unusable(Object file, IOException cause) {
        return new ModelLoadException(Explanation.of("{0} cannot be used: {1}", file, reason(cause)), cause);
    }

    /** Why something failed, fit for the window's language where it is known; else its message. */
    public static Explanation reason(Throwable failure) {
        return failure instanceof ModelLoadException known && known.explanation != null
                ? known.explanation
                : Explanation.of("{0}", String.valueOf(failure.getMessage()));
    }
}
