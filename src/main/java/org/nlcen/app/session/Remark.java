package org.nlcen.app.session;

import java.util.List;

/**
 * Something that is not as it was when a session was saved; its sentence is {@code session.remark.KIND}.
 *
 * @param subject a file, a network's id or another part, the sentence's first argument; file names may be a patient's
 * @param file whether the subject is a file's name, which the privacy switch hides
 */
public record Remark(Kind kind, String subject, boolean file) {

    /** What it is about. */
    public enum Kind {
        IMAGE_MISSING,
        IMAGE_UNREADABLE,
        IMAGE_CHANGED,
        TRUTH_MISSING,
        TRUTH_CHANGED,
        NETWORK_UNKNOWN,
        NETWORK_WITHOUT_WEIGHTS,
        NETWORK_CHANGED,
        OTHER_VERSION,
        PART_NOT_UNDERSTOOD
    }

    static Remark file(Kind kind, String path) {
        return new Remark(kind, path, true);
    }

    static Remark of(Kind kind, String subject) {
        return new Remark(kind, subject, false);
    }

    /** Whether the session cannot be shown at all. */
    public boolean fatal() {
        return kind == Kind.IMAGE_MISSING || kind == Kind.IMAGE_UNREADABLE;
    }

    /** What the networks of a session are compared with: nothing amiss gives an empty list. */
    static List<Remark> networks(Session session, List<Known> known) {
        return session.networks().stream()
                .flatMap(network -> known.stream()
                        .filter(one -> one.id().equals(network.id()))
                        .findFirst()
                        .map(one -> one.remark(network))
                        .orElse(List.of(of(Kind.NETWORK_UNKNOWN, network.id())))
                        .stream())
                .toList();
    }

    /**
     * A network of this program.
     *
     * @param sha256 of its weights; empty where there are none
     */
    record Known(String id, String sha256) {
        private List<Remark> remark(Session.Network wanted) {
            if (sha256.isEmpty() && !wanted.sha256().isEmpty()) {
                return List.of(of(Kind.NETWORK_WITHOUT_WEIGHTS, id));
            }
            return sha256.equals(wanted.sha256()) ? List.of() : List.of(of(Kind.NETWORK_CHANGED, id));
        }
    }
}
