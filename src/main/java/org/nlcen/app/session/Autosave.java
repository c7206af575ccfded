package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the work at hand whenever it changed since the last time. {@link #now()} belongs to the window's thread. */
public final class Autosave {
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final SessionDesk desk;
    private final Path file;
    private final Executor background;
    private Session last;
    private volatile boolean writing;
    private volatile Optional<IOException> problem = Optional.empty();

    /** @param background where files are written */
    public Autosave(SessionDesk desk, Path file, Executor background) {
        this.desk = desk;
        this.file = file;
        this.background = background;
    }

    /** Saves if there is something new and the last saving is done. */
    public void now() {
        Optional<Session> work = desk.capture();
        if (work.isEmpty() || writing || work.get().sameWork(last)) {
            return;
        }
        last = work.get();
        writing = true;
        background.execute(() -> {
            try {
                SessionFile.write(file, desk.hashed(last));
                problem = Optional.empty();
            } catch (IOException e) {
                if (problem.isEmpty()) {
                    LOG.warn("The work at hand cannot be kept", e);
                }
                problem = Optional.of(e);
            } finally {
                writing = false;
            }
        });
    }

    /** Why the last saving failed; empty after one that did not. */
    public Optional<IOException> problem() {
        return problem;
    }
}
