package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.nlcen.app.Workspace;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.image.VoiTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up the work at hand as a session, and brings a session back. Files are touched on the background thread only. */
public final class SessionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

    private final Workspace workspace;
    private final String version;
    private final Executor background;
    private final Executor window;
    private final List<SessionPart> parts = new ArrayList<>();
    private final SessionImages images = new SessionImages();

    /** How a session came back: what is not as it was, and the check of its numbers that now goes on. */
    public record Reopened(Session session, List<Remark> remarks, Optional<NumbersCheck> check) {}

    /**
     * @param version of this program
     * @param background where files are read and written, one after the other
     * @param window runs something on the window's thread
     */
    public SessionDesk(Workspace workspace, String version, Executor background, Executor window) {
        this.workspace = workspace;
        this.version = version;
        this.background = background;
        this.window = window;
        workspace.library().imageProperty().addListener((property, before, now) -> images.replaced(before, now)
                .ifPresent(background::execute));
    }

    /** From now on sessions hold this part too. */
    public void add(SessionPart part) {
        parts.add(part);
    }

    /** Other parts of the window that hold something, for the offer after a crash. */
    public List<SessionPart> parts() {
        return List.copyOf(parts);
    }

    /**
     * The work at hand without the hashes of files, which {@link #hashed} adds; empty while no image is open. On the
     * window's thread, quick.
     */
    public Optional<Session> capture() {
        OpenedImage image = workspace.library().image();
        return image == null ? Optional.empty() : Optional.of(capture(image));
    }

    private Session capture(OpenedImage image) {
        BenchModel bench = workspace.bench();
        JsonObject kept = new JsonObject();
        parts.forEach(part -> kept.add(part.name(), part.save()));
        List<Session.Measured> numbers = new ArrayList<>();
        for (ColumnModel column : bench.columns()) {
            column.outcomes()
                    .forEach(outcome -> numbers.add(new Session.Measured(
                            column.id(),
                            outcome.epsilon(),
                            outcome.example().steps(),
                            outcome.overlap().dic(),
                            outcome.overlap().jsc())));
        }
        return new Session(
                Session.FORMAT,
                version,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                images.of(image),
                images.of(image.truth()),
                view(workspace.look().view()),
                window(workspace.look().windowing()),
                bench.columns().stream()
                        .map(column ->
                                new Session.Network(column.id(), column.card().sha256()))
                        .toList(),
                Plans.kept(bench.plan(), bench.epsilon()),
                parts.stream().allMatch(SessionPart::settled) ? numbers : List.of(),
                kept);
    }

    private static Session.View view(ViewState view) {
        return new Session.View(view.zoom(), view.centerX(), view.centerY(), view.quarterTurns(), view.mirrored());
    }

    private static Session.Window window(Windowing windowing) {
        VoiTransform.Window now = windowing.window();
        int preset = windowing.presets().indexOf(windowing.current());
        return new Session.Window(preset, now.center(), now.width(), windowing.inverted());
    }

    /** Whether the file that a session would name for the image is there still when the program has ended. */
    boolean imageLasts() {
        String file = images.of(workspace.library().image()).file();
        return file == null || !TemporaryFolders.holds(Path.of(file));
    }

    /** Adds the hashes of the files; not on the window's thread. */
    Session hashed(Session session) throws IOException {
        return images.hashed(session);
    }

    /**
     * Writes the work at hand to a file.
     *
     * @param withImage whether image and ground truth go into the file too
     * @param done called on the window's thread with what went wrong, empty after success
     */
    public void save(Path file, boolean withImage, Consumer<Optional<IOException>> done) {
        OpenedImage image = workspace.library().image();
        if (image == null) {
            return;
        }
        Session now = capture(image);
        boolean anonymous = workspace.overlay().patientHidden();
        List<Runnable> kept = parts.stream().map(SessionPart::kept).toList();
        background.execute(() -> {
            Optional<IOException> problem = written(() -> {
                if (withImage) {
                    SessionImages.bundle(file, now, image, anonymous);
                } else {
                    SessionFile.write(file, hashed(now));
                }
            });
            window.execute(() -> {
                if (problem.isEmpty()) {
                    kept.forEach(Runnable::run);
                }
                done.accept(problem);
            });
        });
    }

    /** Something that writes a file. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static Optional<IOException> written(Writing writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (IOException e) {
            // the message names the file, and with it perhaps a patient
            LOG.warn("The session cannot be written: {}", e.getClass().getName());
            return Optional.of(e);
        }
    }

    /**
     * Reads a session and brings it back.
     *
     * @param done called on the window's thread when the image is on the screen, or cannot be
     * @param failed called there when the file is no session
     */
    public void open(Path file, Consumer<Reopened> done, Consumer<SessionException> failed) {
        background.execute(() -> {
            try {
                Session session = images.session(file);
                bringBack(session, done);
            } catch (SessionException e) {
                LOG.warn("No session: {}", e.reason());
                window.execute(() -> failed.accept(e));
            }
        });
    }

    /** Brings a session back; not on the window's thread. */
    private void bringBack(Session session, Consumer<Reopened> done) {
        List<Remark> remarks = new ArrayList<>();
        if (!session.program().equals(version)) {
            remarks.add(Remark.of(Remark.Kind.OTHER_VERSION, session.program()));
        }
        Optional<OpenedImage> image = images.read(session, remarks).map(read -> prepared(session, read));
        window.execute(() -> {
            if (image.isEmpty()) {
                done.accept(new Reopened(session, List.copyOf(remarks), Optional.empty()));
            } else {
                whenNetworksAreKnown(() -> put(session, image.get(), remarks, done));
            }
        });
    }

    private void whenNetworksAreKnown(Runnable next) {
        ObservableValue<List<BenchModel.Choice>> known = workspace.networks().knownProperty();
        if (!known.getValue().isEmpty()) {
            next.run();
            return;
        }
        known.addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends List<BenchModel.Choice>> property,
                    List<BenchModel.Choice> before,
                    List<BenchModel.Choice> now) {
                property.removeListener(this);
                next.run();
            }
        });
    }

    private OpenedImage prepared(Session session, OpenedImage read) {
        OpenedImage image = read;
        for (SessionPart part : parts) {
            JsonElement kept = session.parts().get(part.name());
            try {
                image = kept == null ? image : part.prepare(image, kept);
            } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
                LOG.info("The image comes without what is kept as {}", part.name(), e);
            }
        }
        return image;
    }

    /** On the window's thread: networks, image, then all that the image's arrival would reset; nothing if the user says no. */
    private void put(Session session, OpenedImage image, List<Remark> remarks, Consumer<Reopened> done) {
        if (!workspace.library().mayReplace()) {
            return;
        }
        List<Remark.Known> known = workspace.networks().knownProperty().get().stream()
                .map(choice -> choice.card())
                .map(card -> new Remark.Known(card.id(), card.sha256()))
                .toList();
        remarks.addAll(Remark.networks(session, known));
        List<String> wanted =
                session.networks().stream().map(Session.Network::id).toList();
        workspace.networks().knownProperty().get().stream()
                .filter(choice -> choice.card().task() == image.task())
                .map(choice -> choice.card().id())
                .forEach(id -> workspace.networks().show(id, wanted.contains(id)));
        workspace.bench().epsilonProperty().set(session.attack().epsilon());
        ChangeListener<OpenedImage> arrival = new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends OpenedImage> property, OpenedImage before, OpenedImage now) {
                property.removeListener(this);
                if (now == image) {
                    finish(session, remarks, done);
                }
            }
        };
        workspace.library().imageProperty().addListener(arrival);
        workspace.library().readNow("", () -> image);
    }

    private void finish(Session session, List<Remark> remarks, Consumer<Reopened> done) {
        workspace.bench().planProperty().set(Plans.plan(session.attack()));
        Session.View view = session.view();
        workspace
                .look()
                .view()
                .restore(view.zoom(), view.centerX(), view.centerY(), view.quarterTurns(), view.mirrored());
        Windowing windowing = workspace.look().windowing();
        Session.Window kept = session.window();
        if (kept.preset() >= 0) {
            windowing.choose(kept.preset());
        } else {
            windowing.set(kept.center(), kept.width());
        }
        windowing.invertedProperty().set(kept.inverted());
        for (SessionPart part : parts) {
            restore(part, session.parts().get(part.name()), remarks);
        }
        NumbersCheck check = new NumbersCheck(session.numbers(), workspace.bench());
        done.accept(new Reopened(session, List.copyOf(remarks), Optional.of(check)));
    }

    private static void restore(SessionPart part, JsonElement kept, List<Remark> remarks) {
        if (kept == null) {
            return;
        }
        try {
            part.restore(kept);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException e) {
            LOG.warn("A part of the session is not understood: {}", part.name(), e);
            remarks.add(Remark.of(Remark.Kind.PART_NOT_UNDERSTOOD, part.name()));
        }
    }
}
