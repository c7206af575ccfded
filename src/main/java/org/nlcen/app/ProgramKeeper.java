package org.nlcen.app;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.nlcen.app.base.Texts;
import org.nlcen.app.help.ProgramVersion;
import org.nlcen.app.log.AuditLog;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.Autosave;
import org.nlcen.app.session.RunningPrograms;
import org.nlcen.app.session.RunningPrograms.Lost;
import org.nlcen.app.session.RunningPrograms.Running;
import org.nlcen.app.session.SessionDesk;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.image.AppFolders;
import org.nlcen.image.AtEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that nothing is lost: keeps the work at hand every few seconds, finds what an earlier program left behind when it
 * crashed, writes the audit log, and says when any of that is not possible.
 */
final class ProgramKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramKeeper.class);
    private static final long END_SECONDS = 2;

    private final Workspace workspace;
    private final Texts texts;
    private final AppFolders folders;
    private final RunningPrograms programs;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(ProgramKeeper::daemon);
    private final Timeline clock = new Timeline();
    private Optional<Running> running = Optional.empty();
    private boolean told;
    private int seconds;

    ProgramKeeper(Workspace workspace, Texts texts, AppFolders folders) {
        this.workspace = workspace;
        this.texts = texts;
        this.folders = folders;
        programs = new RunningPrograms(folders.data().resolve("running"));
        Preferences preferences = workspace.preferences();
        workspace.audit(new AuditLog(folders.data().resolve("audit"), writer, () -> preferences.values().audit));
    }

    /** Begins; what earlier programs left is the caller's to settle. */
    List<Lost> begin(SessionDesk desk) {
        String noHome = System.getProperty(Launcher.NO_HOME, "");
        if (!noHome.isEmpty()) {
            workspace.notices().add(texts.get("keeper.noHome", noHome, folders.data()));
        }
        tellPreferences();
        List<Lost> lost = programs.lost();
        try {
            Running own = programs.begin(ProcessHandle.current().pid(), Instant.now(), ProgramVersion.current());
            running = Optional.of(own);
            // a program that is told to end has not crashed
            AtEnd.run("end-marker", own::end);
            keep(desk, own);
        } catch (IOException e) {
            LOG.warn("Nothing can be kept for a crash", e);
            workspace.notices().add(texts.get("keeper.noRecovery", folders.data()));
        }
        workspace.audit(Action.STARTED, Map.of("version", ProgramVersion.current()));
        AuditWatch.begin(workspace);
        return lost;
    }

    /** Deletes copies that crashed programs left, but for those that work to be brought back needs; reads files. */
    void sweep() {
        TemporaryFolders.sweep(programs.needed());
    }

    private void keep(SessionDesk desk, Running own) {
        Autosave autosave = new Autosave(desk, own.session(), writer);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), event -> tick(autosave)));
        clock.play();
    }

    private void tick(Autosave autosave) {
        int every = workspace.preferences().values().autosaveSeconds;
        seconds++;
        if (every > 0 && seconds >= every) {
            seconds = 0;
            autosave.now();
            if (autosave.problem().isPresent() && !told) {
                told = true;
                workspace.notices().add(texts.get("keeper.notKept", folders.data()));
            }
        }
    }

    /** What was wrong with the preferences, and whether they can be kept from now on. */
    private void tellPreferences() {
        Preferences preferences = workspace.preferences();
        preferences.problem().ifPresent(this::tell);
        preferences.save();
        preferences.problem().ifPresent(this::tell);
    }

    private void tell(Preferences.Problem problem) {
        workspace.notices().add(texts.get("preferences." + problem.trouble(), problem.file()));
    }

    /** Ends as it should: nothing is left for a recovery. */
    @Override
    public void close() {
        clock.stop();
        workspace.audit(Action.ENDED, Map.of());
        writer.shutdown();
        try {
            if (!writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The last lines could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.ifPresent(Running::end);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "keeper");
        thread.setDaemon(true);
        return thread;
    }
}
