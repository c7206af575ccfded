package org.nlcen.app.session;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.Phantoms;
import org.nlcen.app.session.RunningPrograms.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start that an earlier program crashed, of what, and offers its work again. */
public final class RecoveryOffer {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryOffer.class);
    private static final String ID = "recovery";
    private static final double WIDTH = 540;
    private static final double HEIGHT = 360;

    private final Panels panels;
    private final SessionCommands sessions;
    private final Texts texts;
    private final boolean hidden;
    private final Runnable forgotten;

    /**
     * @param hidden whether file names may not be shown
     * @param forgotten done when the user does not want the work
     */
    public RecoveryOffer(Panels panels, SessionCommands sessions, Texts texts, boolean hidden, Runnable forgotten) {
        this.panels = panels;
        this.sessions = sessions;
        this.texts = texts;
        this.hidden = hidden;
        this.forgotten = forgotten;
    }

    /**
     * Asks about the latest crash; older ones, and those without anything to bring back or to tell, are forgotten.
     *
     * @param logs where Java was told to write its crash reports
     * @return whether something is asked
     */
    public boolean show(List<Lost> all, Path logs) {
        if (all.isEmpty()) {
            return false;
        }
        Lost lost = all.get(0);
        all.stream().skip(1).forEach(Lost::forget);
        Optional<Session> session = lost.session().flatMap(RecoveryOffer::read);
        Optional<NativeCrash> crash = lost.crash(logs);
        if (session.isEmpty() && crash.isEmpty()) {
            lost.forget();
            return false;
        }
        LOG.info(
                "work of a program that crashed: offered, {}",
                crash.map(NativeCrash::what).orElse("no report of Java"));
        panels.show(
                ID,
                texts.get("recovery.title"),
                Panels.Kind.QUESTION,
                WIDTH,
                HEIGHT,
                () -> content(lost, session, crash));
        return true;
    }

    private Node content(Lost lost, Optional<Session> session, Optional<NativeCrash> crash) {
        List<Node> lines = new ArrayList<>();
        lines.add(Rows.text(texts.get("recovery.happened", time(lost)), "panel-title"));
        crash.ifPresent(found -> {
            lines.add(Rows.text(texts.get("recovery.native", found.what(), found.where())));
            lines.add(Rows.text(texts.get("recovery.report", found.file()), "muted", "small-text"));
        });
        session.ifPresent(kept -> {
            lines.add(new Label(texts.get("recovery.back")));
            describe(kept, texts, hidden).forEach(line -> lines.add(Rows.text("•  " + line)));
        });
        VBox body = Rows.lines(lines);
        List<Node> buttons = new ArrayList<>();
        if (session.isPresent()) {
            buttons.add(Rows.button(texts.get("recovery.forget"), () -> settle(lost, false)));
            buttons.add(Rows.button(texts.get("recovery.restore"), () -> settle(lost, true), "accent"));
        } else {
            buttons.add(Rows.button(texts.get("panel.close"), () -> settle(lost, false), "accent"));
        }
        return Rows.page(body, Rows.foot(buttons.toArray(Node[]::new)));
    }

    /** What comes back, in words. */
    static List<String> describe(Session session, Texts texts, boolean hidden) {
        List<String> lines = new ArrayList<>();
        Session.Image image = session.image();
        String name = image.file() == null
                ? Phantoms.Identity.of(image.phantom(), image.seed()).name(texts)
                : hidden
                        ? texts.get("library.hiddenFile")
                        : String.valueOf(Path.of(image.file()).getFileName());
        lines.add(texts.get("recovery.image", name));
        lines.add(texts.get(
                "recovery.networks",
                session.networks().size(),
                session.numbers().size()));
        lines.add(texts.get(
                "recovery.attack",
                texts.get("attackName." + session.attack().method()),
                texts.epsilon(session.attack().epsilon())));
        session.parts().keySet().stream()
                .filter(part -> texts.bundle().containsKey("session.part." + part))
                .filter(part -> !session.parts().get(part).toString().equals("[]"))
                .forEach(part -> lines.add(texts.get("session.part." + part)));
        return lines;
    }

    private String time(Lost lost) {
        LocalDateTime began = LocalDateTime.ofInstant(lost.started(), ZoneId.systemDefault());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(began);
    }

    private void settle(Lost lost, boolean restore) {
        panels.close(ID);
        if (restore && lost.session().isPresent()) {
            sessions.recover(lost.session().get(), lost::forget);
        } else {
            lost.forget();
            forgotten.run();
        }
    }

    private static Optional<Session> read(Path file) {
        try {
            return Optional.of(SessionFile.read(file));
        } catch (SessionException e) {
            LOG.warn("The work of an earlier program cannot be read", e);
            return Optional.empty();
        }
    }
}
