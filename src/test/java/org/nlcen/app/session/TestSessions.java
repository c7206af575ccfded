package org.nlcen.app.session;

import java.util.List;

import org.nlcen.attack.AttackPlan;

/** Sessions that say no more than what image they are of. */
final class TestSessions {
    private TestSessions() {}

    static Session of(Session.Image image) {
        return of(image, null);
    }

    /** @param truth null for none */
    static Session of(Session.Image image, Session.Truth truth) {
        return new Session(
                Session.FORMAT,
                "1.0",
                "2026-01-02T12:00:00Z",
                image,
                truth,
                new Session.View(1, 0.5, 0.5, 0, false),
                new Session.Window(0, 0, 1, false),
                List.of(),
                Plans.kept(AttackPlan.PAPER, 8),
                List.of(),
                null);
    }
}
