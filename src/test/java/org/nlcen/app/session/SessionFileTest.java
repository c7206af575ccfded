package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.base.Texts;
import org.nlcen.app.session.Remark.Kind;
import org.nlcen.app.session.SessionException.Reason;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSettings;
import org.nlcen.attack.GoalChoice;
import org.nlcen.image.Mask;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SessionFileTest {
    @TempDir
    Path folder;

    private static Session session(AttackPlan plan) {
        JsonObject parts = new JsonObject();
        parts.add("measurements", new JsonPrimitive("3 mm"));
        return new Session(
                Session.FORMAT,
                "1.0",
                "2026-01-02T12:00:00Z",
                new Session.Image("/images/Müller.dcm", "ab12", 2, null, 0, Task.LUNG),
                new Session.Truth("/images/mask.png", "cd34"),
                new Session.View(2.5, 0.25, 0.75, 3, true),
                new Session.Window(-1, 40.5, 400.25, true),
                List.of(new Session.Network("nlcen-lung", "ef56")),
                Plans.kept(plan, 6.5),
                List.of(new Session.Measured("nlcen-lung", 6.5, 9, 0.123456789, 0.1)),
                parts);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException, SessionException {
        boolean[] pixels = new boolean[256 * 256];
        pixels[0] = true;
        pixels[70] = true;
        pixels[65535] = true;
        AttackPlan plan = new AttackPlan(
                new AttackSettings(AttackMethod.PGD, 20, 3, 7),
                GoalChoice.given(AttackGoal.Kind.CUSTOM, Mask.of(256, 256, pixels)),
                Optional.of("unet-lung"));
        Path file = folder.resolve("a.nlcen");
        SessionFile.write(file, session(plan));
        Session read = SessionFile.read(file);
        assertThat(read).isEqualTo(session(plan));
        assertThat(Plans.plan(read.attack())).isEqualTo(plan);
        assertThat(Plans.plan(Plans.kept(AttackPlan.PAPER, 0))).isEqualTo(AttackPlan.PAPER);
    }

    @Test
    void theTimeOfSavingIsNoDifferenceOfTheWork() {
        Session now = session(AttackPlan.PAPER);
        Session later = new Session(
                now.format(),
                now.program(),
                "2027-01-01T00:00:00Z",
                now.image(),
                now.truth(),
                now.view(),
                now.window(),
                now.networks(),
                now.attack(),
                now.numbers(),
                now.parts());
        assertThat(now.sameWork(later)).isTrue();
        assertThat(now.sameWork(now.with(null, null))).isFalse();
    }

    private Reason problem(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("b.nlcen"), text);
        SessionException failure = catchThrowableOfType(SessionException.class, () -> SessionFile.read(file));
        return failure.reason();
    }

    @Test
    void whatIsNoSessionIsRefused() throws IOException {
        SessionFile.write(folder.resolve("good.nlcen"), session(AttackPlan.PAPER));
        String good = Files.readString(folder.resolve("good.nlcen"));
        assertThat(problem("")).isEqualTo(Reason.DAMAGED);
        assertThat(problem("null")).isEqualTo(Reason.DAMAGED);
        assertThat(problem("{}")).isEqualTo(Reason.DAMAGED);
        assertThat(problem("[1, 2]")).isEqualTo(Reason.DAMAGED);
        assertThat(problem(good.substring(0, good.length() / 2))).isEqualTo(Reason.DAMAGED);
        assertThat(problem(good.replace("\"epsilon\": 6.5", "\"epsilon\": 1e9")))
                .isEqualTo(Reason.DAMAGED);
        assertThat(problem(good.replace("I_FGSM", "MAGIC"))).isEqualTo(Reason.DAMAGED);
        assertThat(problem(good.replace("\"format\": 1", "\"format\": 99"))).isEqualTo(Reason.TOO_NEW);
        SessionException missing =
                catchThrowableOfType(SessionException.class, () -> SessionFile.read(folder.resolve("missing.nlcen")));
        assertThat(missing.reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void networksAreComparedByTheirWeights() {
        Session session = session(AttackPlan.PAPER);
        assertThat(Remark.networks(session, List.of(new Remark.Known("nlcen-lung", "ef56"))))
                .isEmpty();
        assertThat(kinds(session, new Remark.Known("nlcen-lung", "0000"))).containsExactly(Kind.NETWORK_CHANGED);
        assertThat(kinds(session, new Remark.Known("nlcen-lung", ""))).containsExactly(Kind.NETWORK_WITHOUT_WEIGHTS);
        assertThat(kinds(session, new Remark.Known("unet-lung", "ef56"))).containsExactly(Kind.NETWORK_UNKNOWN);
    }

    private static List<Kind> kinds(Session session, Remark.Known known) {
        return Remark.networks(session, List.of(known)).stream()
                .map(Remark::kind)
                .toList();
    }

    @Test
    void theOfferAfterACrashSaysWhatComesBackAndHidesNames() {
        Texts texts = Texts.of(Locale.ENGLISH);
        List<String> open = RecoveryOffer.describe(session(AttackPlan.PAPER), texts, false);
        assertThat(open.get(0)).contains("Müller.dcm");
        assertThat(open).anyMatch(line -> line.contains("I-FGSM") && line.contains("6.5"));
        assertThat(String.join(" ", RecoveryOffer.describe(session(AttackPlan.PAPER), texts, true)))
                .doesNotContain("Müller");
    }
}
