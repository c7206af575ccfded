package org.nlcen.dicom.parse;

import java.io.IOException;

import org.nlcen.image.Explanation;

/** A file asked for more than {@link Limits} allows. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    /** @param text a clause for people, with {0} where the part goes */
    public LimitExceededException(String text, Object... parts) {
        this(Explanation.of(text, parts));
    }

    private LimitExceededException(Explanation explanation) {
        super(explanation.toString());
        this.explanation = explanation;
    }

    /** The message, which can be said in other languages. */
    public Explanation explanation() {
        return explanation;
    }
}
