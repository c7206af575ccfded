package org.nlcen.app.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.Workspace;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Question;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.app.session.SessionDesk.Reopened;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DisplayText;
import org.nlcen.dicom.study.TemporaryFolders;

/** Saving and opening sessions from the menu, with all that is to be said about it. */
public final class SessionCommands {
    private final SessionDesk desk;
    private final Workspace workspace;
    private final Texts texts;
    private final Supplier<Window> owner;
    private final SaveDialog saving;

    public SessionCommands(
            SessionDesk desk, Workspace workspace, Texts texts, Supplier<Window> owner, SaveDialog saving) {
        this.desk = desk;
        this.workspace = workspace;
        this.texts = texts;
        this.owner = owner;
        this.saving = saving;
    }

    public void addTo(Commands commands) {
        commands.add("file", "openSession", "Shortcut+Alt+O", this::choose);
        commands.add(
                "file",
                "saveSession",
                "Shortcut+S",
                workspace.library().imageProperty().isNotNull(),
                this::savePlain);
        commands.add(
                "file",
                "saveSessionWithImage",
                "Shortcut+Alt+S",
                workspace.library().imageProperty().isNotNull(),
                this::saveWithImage);
    }

    /** A session that would name a file which is deleted when the program ends can only take it along. */
    private void savePlain() {
        if (desk.imageLasts()) {
            save(false);
        } else if (Question.ask(
                owner.get(),
                texts,
                texts.get("session.passing.title"),
                texts.get("session.passing"),
                texts.get("session.passing.save"))) {
            saveWithImage();
        }
    }

    private void saveWithImage() {
        if (mayCarryPatient()) {
            save(true);
        }
    }

    /** Whether the image names no patient, or the user knows that the file will hold the name. */
    private boolean mayCarryPatient() {
        Optional<String> patient = workspace
                .library()
                .image()
                .frames()
                .header()
                .map(DicomHeader::displayText)
                .flatMap(DisplayText::patientName);
        if (patient.isEmpty()) {
            return true;
        }
        return Question.ask(
                owner.get(),
                texts,
                texts.get("session.patient.title"),
                texts.get("session.patient"),
                texts.get("session.patient.save"));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.title("command.openSession"));
        chooser.getExtensionFilters().add(kind());
        File file = chooser.showOpenDialog(owner.get());
        if (file != null) {
            open(file.toPath());
        }
    }

    private void save(boolean withImage) {
        String title = texts.title(withImage ? "command.saveSessionWithImage" : "command.saveSession");
        String what = texts.get(withImage ? "session.fileNameWithImage" : "session.fileName");
        String name = ShownNames.forFile(
                workspace.library().image().source(), workspace.overlay().patientHidden(), texts, what);
        saving.file(title, name + Session.ENDING, kind()).ifPresent(file -> save(file, withImage));
    }

    /**
     * Writes the work at hand and says how it went.
     *
     * @param withImage whether the image goes into the file too
     */
    public void save(Path file, boolean withImage) {
        desk.save(file, withImage, problem -> told(file, withImage, problem));
    }

    private void told(Path file, boolean withImage, Optional<IOException> problem) {
        boolean hidden = workspace.overlay().patientHidden();
        String name = ShownNames.of(file, hidden, texts);
        if (problem.isPresent()) {
            String why = ShownNames.of(problem.get(), hidden, texts);
            workspace.notices().add(texts.get("session.notSaved", name, why));
        } else {
            workspace.audit(Action.EXPORTED, Map.of("kind", withImage ? "session with image" : "session"));
            workspace.library().recent().add(file.toAbsolutePath());
            workspace.notices().tell(texts.get(withImage ? "session.savedWithImage" : "session.saved", name));
        }
    }

    /** Brings a session back and says what is not as it was. */
    public void open(Path file) {
        open(file, () -> workspace.library().recent().add(file.toAbsolutePath()));
    }

    /**
     * Brings back what was kept for a crash.
     *
     * @param read done when the session is back and the file not needed any more
     */
    void recover(Path file, Runnable read) {
        open(file, () -> {
            desk.parts().forEach(SessionPart::inNoFile);
            // a copy of the crashed program's is this one's to delete from now on
            workspace.library().image().source().origin().file().ifPresent(TemporaryFolders::adoptHolding);
            read.run();
        });
    }

    private void open(Path file, Runnable read) {
        desk.open(
                file,
                reopened -> {
                    if (reopened.remarks().stream().noneMatch(Remark::fatal)) {
                        read.run();
                    }
                    reopened(reopened);
                },
                failure -> workspace
                        .notices()
                        .add(texts.get("session.problem." + failure.reason(), shown(failure.detail()))));
    }

    private void reopened(Reopened reopened) {
        List<String> sentences = new ArrayList<>();
        for (Remark remark : reopened.remarks()) {
            String subject = remark.file() ? shown(remark.subject()) : named(remark.subject());
            sentences.add(texts.get("session.remark." + remark.kind(), subject));
        }
        if (!sentences.isEmpty()) {
            workspace.notices().add(String.join(" ", sentences));
        }
        reopened.check().ifPresent(this::awaitNumbers);
    }

    /** Says whether the numbers are the same once all of them are computed. */
    private void awaitNumbers(NumbersCheck check) {
        ObservableValue<Activity> activity = workspace.bench().activityProperty();
        activity.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Activity> property, Activity before, Activity now) {
                if (now == Activity.DONE) {
                    activity.removeListener(this);
                    say(check.verdict());
                }
            }
        });
    }

    private void say(NumbersCheck.Verdict verdict) {
        if (verdict.compared() == 0) {
            return;
        }
        if (verdict.agrees()) {
            workspace.notices().tell(texts.get("session.same", verdict.same(), verdict.saved()));
        } else {
            Session.Measured where = verdict.where().orElseThrow();
            workspace
                    .notices()
                    .add(texts.get(
                            "session.different",
                            verdict.compared() - verdict.same(),
                            verdict.compared(),
                            texts.number(verdict.largest(), 6),
                            network(where.model()),
                            texts.epsilon(where.epsilon())));
        }
    }

    /** A part of the window and a network have names; anything else is called what it is. */
    private String named(String subject) {
        String key = "session.part." + subject;
        return texts.bundle().containsKey(key) ? texts.get(key) : network(subject);
    }

    /** A network that the program does not know, and anything else, is called by its id. */
    private String network(String id) {
        return workspace.networks().knownProperty().get().stream()
                .map(BenchModel.Choice::card)
                .filter(card -> card.id().equals(id))
                .findFirst()
                .map(card -> CardTexts.name(card, texts))
                .orElse(id);
    }

    private String shown(String path) {
        return workspace.overlay().patientHidden() ? texts.get("library.hiddenFile") : path;
    }

    private ExtensionFilter kind() {
        return new ExtensionFilter(texts.get("session.files"), "*" + Session.ENDING);
    }
}
