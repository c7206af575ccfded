package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.image.ImageReadException;
import org.nlcen.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image on the screen and the ways to another one. Reading happens on {@code background}; the latest wish wins, and
 * until it is fulfilled, or when it cannot be, the image before stays.
 */
public final class LibraryModel {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryModel.class);

    /** Something that takes its time and ends with an image. */
    @FunctionalInterface
    public interface Reading {
        OpenedImage read() throws ImageReadException;
    }

    /**
     * Why a wish was not fulfilled.
     *
     * @param sentence for the user
     */
    public record Failure(String sentence) {}

    private final Executor background;
    private final Executor window;
    private final RecentFiles recent;
    private final ReadOnlyObjectWrapper<OpenedImage> image = new ReadOnlyObjectWrapper<>(this, "image");
    private final ReadOnlyObjectWrapper<Optional<String>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
            new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
    private int wish;

    /**
     * @param background where files are read
     * @param window runs something on the window's thread
     */
    public LibraryModel(Executor background, Executor window, RecentFiles recent) {
        this.background = background;
        this.window = window;
        this.recent = recent;
    }

    /** The image on the screen; null before the first. */
    public ReadOnlyObjectProperty<OpenedImage> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** The image on the screen; null before the first. */
    public OpenedImage image() {
        return image.get();
    }

    /** Name of what is being read now. */
    public ReadOnlyObjectProperty<Optional<String>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why the last wish failed; empty again with the next wish. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public RecentFiles recent() {
        return recent;
    }

    /** Opens the first of these files; the others are kept among the recent ones. */
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            Path first = files.get(0).toAbsolutePath();
            read(name(first), () -> {
                OpenedImage opened = ImageOpener.open(first);
                window.execute(() -> recent.add(first));
                return opened;
            });
        }
    }

    /** Takes the mask in a file as ground truth of the image on the screen. */
    public void openTruth(Path file) {
        OpenedImage now = image.get();
        if (now != null) {
            read(name(file), () -> ImageOpener.withTruth(now, file));
        }
    }

    /** Shows another frame of the same file. */
    public void frame(int index) {
        OpenedImage now = image.get();
        if (now != null && index != now.source().origin().frame()) {
            read(now.source().name(), () -> ImageOpener.frame(now, index));
        }
    }

    /** Prepares the image for networks that look for something else. */
    public void task(Task task) {
        OpenedImage now = image.get();
        if (now != null && now.task() != task) {
            read(now.source().name(), () -> ImageOpener.forTask(now, task));
        }
    }

    /** Reads on the background thread; the result replaces the image unless a later wish came. */
    public void read(String name, Reading task) {
        int mine = ++wish;
        reading.set(Optional.of(name));
        failure.set(Optional.empty());
        background.execute(() -> {
            try {
                OpenedImage result = task.read();
                finish(mine, () -> image.set(result));
            } catch (ImageReadException e) {
                LOG.info("Not opened: {}", e.getMessage());
                finish(mine, () -> failure.set(Optional.of(new Failure(e.getMessage()))));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("Reading failed", e);
                String sentence =
                        name + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                finish(mine, () -> failure.set(Optional.of(new Failure(sentence))));
            }
        });
    }

    private void finish(int mine, Runnable end) {
        window.execute(() -> {
            if (mine == wish) {
                reading.set(Optional.empty());
                end.run();
            }
        });
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }
}
