package org.nlcen.app.session;

/** A session file that cannot be used. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why; the sentence for the user is {@code session.problem.REASON}. */
    public enum Reason {
        /** It cannot be read at all. */
        UNREADABLE,
        /** It is no session, or damaged. */
        DAMAGED,
        /** It unpacks to more than is sensible. */
        TOO_LARGE,
        /** A newer program wrote it. */
        TOO_NEW
    }

    private final Reason reason;
    private final String detail;

    public SessionException(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly, for the sentence's first argument. */
    public String detail() {
        return detail;
    }
}
