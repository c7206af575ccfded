package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.dicom.study.Instance;
import org.nlcen.dicom.study.ScanResult;
import org.nlcen.dicom.study.Skipped;
import org.nlcen.dicom.study.StudyScanner;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image on the screen and the ways to another one. Reading happens on {@code background}; the latest wish wins, and
 * until it is fulfilled, or when it cannot be, the image before stays.
 */
public final class LibraryModel {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryModel.class);
    private static final long PROGRESS_NANOS = 100_000_000;
    private static final int MOST_ATTEMPTS = 20;

    /** Something that takes its time and ends with an image. */
    @FunctionalInterface
    public interface Reading {
        OpenedImage read() throws ImageReadException;
    }

    /**
     * Why a wish was not fulfilled.
     *
     * @param name of the file, empty where there is none; may be a patient's, see {@link ShownNames}
     * @param detail one sentence for the user
     */
    public record Failure(String name, Explanation detail) {
        /** Several files were chosen and none was opened. */
        public static final Failure NOTHING = new Failure("", Explanation.of("None of the files could be opened."));

        /** The sentence with the file's name. */
        public String sentence() {
            return name.isEmpty() ? detail.toString() : name + ": " + detail;
        }
    }

    /** How far a folder or a ZIP file has been looked through. */
    public record Scanning(int done, int total) {}

    /** Something that takes its time; what follows it is done on the window's thread. */
    @FunctionalInterface
    private interface Wish {
        Answer fulfil() throws ImageReadException;
    }

    /**
     * What follows a wish.
     *
     * @param take where it is still wanted
     * @param drop where a later wish came
     */
    private record Answer(Runnable take, Runnable drop) {}

    private final Executor background;
    private final Executor window;
    private final RecentFiles recent;
    private final CollectionModel collection = new CollectionModel();
    private final ReadOnlyObjectWrapper<OpenedImage> image = new ReadOnlyObjectWrapper<>(this, "image");
    private final ReadOnlyObjectWrapper<Optional<String>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Scanning>> scanning =
            new ReadOnlyObjectWrapper<>(this, "scanning", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
            new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
    private BooleanSupplier guard = () -> true;
    private volatile int latest;

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

    /** Name of what is being read now; may be a patient's, see {@link ShownNames}. */
    public ReadOnlyObjectProperty<Optional<String>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How far a folder or ZIP file has been looked through, while that goes on. */
    public ReadOnlyObjectProperty<Optional<Scanning>> scanningProperty() {
        return scanning.getReadOnlyProperty();
    }

    /** Why the last wish failed; empty again with the next wish. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public RecentFiles recent() {
        return recent;
    }

    /** What was opened together with the image. */
    public CollectionModel collection() {
        return collection;
    }

    /**
     * Asks before the image, or its ground truth, is replaced at the user's wish.
     *
     * @param mayReplace false keeps what there is
     */
    public void guard(BooleanSupplier mayReplace) {
        guard = mayReplace;
    }

    /** Whether the image may be replaced or given up; asks the user where something would be lost. */
    public boolean mayReplace() {
        return guard.getAsBoolean();
    }

    /** Takes another ground truth for a picture, if that is still on the screen. */
    public void takeTruth(SourceImage of, GroundTruth truth) {
        OpenedImage now = image.get();
        if (now != null && now.source() == of) {
            image.set(now.with(truth));
        }
    }

    /** Opens a file, or all that files, folders, DICOMDIRs and ZIP files hold and shows the first. */
    public void open(List<Path> files) {
        if (!files.isEmpty() && mayReplace()) {
            List<Path> chosen = files.stream().map(Path::toAbsolutePath).toList();
            int mine = latest + 1;
            wish(name(chosen.get(0)), () -> {
                boolean single = chosen.size() == 1 && !StudyScanner.holdsSeveral(chosen.get(0));
                return single
                        ? openSingle(chosen.get(0))
                        : openAll(chosen, mine, Optional.empty(), () -> chosen.forEach(recent::add));
            });
        }
    }

    /**
     * Opens fetched files, which are deleted when they are no longer shown.
     *
     * @param folder holds the files and nothing else
     */
    public void openTemporary(List<Path> files, Path folder) {
        if (!mayReplace()) {
            return;
        }
        int mine = latest + 1;
        wish("", () -> openAll(files, mine, Optional.of(folder), () -> {}));
    }

    /** Opens an image of the list. */
    public void open(Instance instance) {
        if (!mayReplace()) {
            return;
        }
        wish(instance.name(), () -> {
            OpenedImage opened = attempt(instance);
            return new Answer(
                    () -> {
                        collection.choose(instance);
                        image.set(opened);
                    },
                    () -> {});
        });
    }

    /** Opens the image so many places further in the list; at its ends nothing happens. */
    public void step(int places) {
        collection.neighbour(places).ifPresent(this::open);
    }

    /** Gives up what is being read; the image on the screen stays. */
    public void cancel() {
        latest++;
        reading.set(Optional.empty());
        scanning.set(Optional.empty());
    }

    /** Takes the mask in a file as ground truth of the image on the screen. */
    public void openTruth(Path file) {
        OpenedImage now = image.get();
        if (now != null) {
            read(name(file), () -> ImageOpener.withTruth(now, file));
        }
    }

    /** Reads a mask that is not this image's ground truth, as 256x256; {@code use} gets it on the window's thread. */
    public void readMask(Path file, Consumer<Mask> use) {
        failure.set(Optional.empty());
        background.execute(() -> {
            try {
                Mask mask = Masks.toNetwork(RasterFiles.readMask(file));
                window.execute(() -> use.accept(mask));
            } catch (ImageReadException e) {
                LOG.info("Not opened: {}", e.getMessage());
                window.execute(() -> failure.set(Optional.of(new Failure(name(file), e.detail()))));
            }
        });
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
            readNow(now.source().name(), () -> ImageOpener.forTask(now, task));
        }
    }

    /** Reads on the background thread; the result replaces the image unless a later wish came. */
    public void read(String name, Reading task) {
        if (mayReplace()) {
            readNow(name, task);
        }
    }

    /** As {@link #read}, without asking: the image stays the same, or the user was asked before. */
    public void readNow(String name, Reading task) {
        wish(name, () -> {
            OpenedImage result = task.read();
            return new Answer(() -> image.set(result), () -> {});
        });
    }

    /** Deletes what was unpacked; nothing can be opened afterwards. */
    public void close() {
        latest++;
        collection.clear().ifPresent(ScanResult::close);
    }

    private Answer openSingle(Path file) throws ImageReadException {
        OpenedImage opened = ImageOpener.open(file);
        return new Answer(
                () -> {
                    recent.add(file);
                    closeLater(collection.clear());
                    image.set(opened);
                },
                () -> {});
    }

    private Answer openAll(List<Path> files, int mine, Optional<Path> temporary, Runnable remember) {
        long[] shown = {System.nanoTime()};
        ScanResult found = StudyScanner.scan(
                files,
                (done, total) -> {
                    if (System.nanoTime() - shown[0] > PROGRESS_NANOS) {
                        shown[0] = System.nanoTime();
                        window.execute(() -> showProgress(mine, new Scanning(done, total)));
                    }
                },
                () -> latest != mine);
        temporary.ifPresent(found.unpacked()::adopt);
        Runnable drop = () -> background.execute(found::close);
        List<Skipped> damaged = new ArrayList<>();
        List<Instance> all = found.studies().stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.instances().stream())
                .toList();
        for (Instance instance : all.subList(0, Math.min(MOST_ATTEMPTS, all.size()))) {
            try {
                OpenedImage opened = ImageOpener.open(instance.file(), instance.name());
                return new Answer(() -> take(found, damaged, remember, Optional.of(instance), opened), drop);
            } catch (ImageReadException e) {
                damaged.add(new Skipped(instance.file(), instance.name(), e.reason(), e.detail()));
            }
        }
        return new Answer(() -> take(found, damaged, () -> {}, Optional.empty(), image.get()), drop);
    }

    private void take(
            ScanResult found,
            List<Skipped> damaged,
            Runnable remember,
            Optional<Instance> instance,
            OpenedImage opened) {
        remember.run();
        closeLater(collection.show(found));
        damaged.forEach(collection::damaged);
        instance.ifPresent(collection::choose);
        if (instance.isEmpty()) {
            Failure why = collection.skipped().size() == 1
                    ? failureOf(collection.skipped().get(0))
                    : Failure.NOTHING;
            failure.set(Optional.of(why));
        } else {
            image.set(opened);
        }
    }

    private static Failure failureOf(Skipped skipped) {
        return new Failure(skipped.name(), skipped.detail());
    }

    private void showProgress(int mine, Scanning now) {
        if (mine == latest) {
            scanning.set(Optional.of(now));
        }
    }

    private OpenedImage attempt(Instance instance) throws ImageReadException {
        try {
            return ImageOpener.open(instance.file(), instance.name());
        } catch (ImageReadException e) {
            Skipped why = new Skipped(instance.file(), instance.name(), e.reason(), e.detail());
            window.execute(() -> collection.damaged(why));
            throw e;
        }
    }

    private void closeLater(Optional<ScanResult> before) {
        // behind whatever is still read from it
        before.ifPresent(result -> background.execute(result::close));
    }

    private void wish(String name, Wish wish) {
        int mine = ++latest;
        reading.set(Optional.of(name));
        scanning.set(Optional.empty());
        failure.set(Optional.empty());
        background.execute(() -> {
            try {
                Answer answer = wish.fulfil();
                finish(mine, answer);
            } catch (ImageReadException e) {
                LOG.info("Not opened: {}", e.detail());
                fail(mine, new Failure(name, e.detail()));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("Reading failed", e);
                String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                fail(mine, new Failure(name, Explanation.of(detail)));
            }
        });
    }

    private void fail(int mine, Failure why) {
        finish(mine, new Answer(() -> failure.set(Optional.of(why)), () -> {}));
    }

    private void finish(int mine, Answer answer) {
        window.execute(() -> {
            if (mine == latest) {
                reading.set(Optional.empty());
                scanning.set(Optional.empty());
                answer.take().run();
            } else {
                answer.drop().run();
            }
        });
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }
}
