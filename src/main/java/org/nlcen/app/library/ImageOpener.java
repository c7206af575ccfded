package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.codec.ImageIoProviders;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.Mask;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.Windows;
import org.nlcen.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a file into an {@link OpenedImage}. Takes its time: never called on the window's thread. */
public final class ImageOpener {
    private static final Logger LOG = LoggerFactory.getLogger(ImageOpener.class);

    static {
        ImageIoProviders.tidy();
    }

    private ImageOpener() {}

    /**
     * Opens a file by its content, with the mask that lies beside it. A mask that cannot be read is left out and
     * logged.
     *
     * @throws ImageReadException with a sentence for the user
     */
    public static OpenedImage open(Path file) throws ImageReadException {
        return open(file, String.valueOf(file.getFileName()));
    }

    /** As {@link #open(Path)}, for a file that is called otherwise than on the disk. */
    static OpenedImage open(Path file, String name) throws ImageReadException {
        FrameReader frames = frames(file, name);
        SourceImage source = frames.frame(0);
        Task task = source.colour() ? Task.SKIN : Task.LUNG;
        return prepare(source, overlays(frames, 0), frames, task, truthBeside(file));
    }

    /** The same file's frame {@code index}; a ground truth belongs to the frame it was opened with and is left out. */
    public static OpenedImage frame(OpenedImage image, int index) throws ImageReadException {
        FrameReader frames = image.frames();
        return prepare(frames.frame(index), overlays(frames, index), frames, image.task(), Optional.empty());
    }

    /** The same image for networks of another task. */
    public static OpenedImage forTask(OpenedImage image, Task task) {
        return image.with(task, input(image.source(), task));
    }

    /** The same image with the mask in {@code file} as its ground truth. */
    public static OpenedImage withTruth(OpenedImage image, Path file) throws ImageReadException {
        return image.with(GroundTruth.of(RasterFiles.readMask(file), Optional.of(file)));
    }

    /** A picture of the program's own making with its exact mask. */
    public static OpenedImage phantom(SourceImage source, Mask mask) {
        Optional<GroundTruth> truth = Optional.of(GroundTruth.of(mask, Optional.empty()));
        return prepare(source, List.of(), index -> source, source.colour() ? Task.SKIN : Task.LUNG, truth);
    }

    private static FrameReader frames(Path file, String name) throws ImageReadException {
        if (DicomFiles.isDicom(file)) {
            return DicomFrames.open(file, name);
        }
        return index -> RasterFiles.read(file, index).named(name);
    }

    private static OpenedImage prepare(
            SourceImage source,
            List<StoredOverlay> overlays,
            FrameReader frames,
            Task task,
            Optional<GroundTruth> truth) {
        return new OpenedImage(
                MipPyramid.of(source), Windows.presets(source), overlays, frames, task, input(source, task), truth);
    }

    /** An image is shown without its drawings where those cannot be read. */
    private static List<StoredOverlay> overlays(FrameReader frames, int index) {
        try {
            return frames.overlays(index).stream().map(StoredOverlay::of).toList();
        } catch (ImageReadException e) {
            LOG.info("Overlays not read: {}", e.detail());
            return List.of();
        }
    }

    private static NetworkInput input(SourceImage source, Task task) {
        return NetworkInputs.of(source, task.channels() == 3);
    }

    private static Optional<GroundTruth> truthBeside(Path file) {
        Optional<Path> mask = TruthFinder.find(file);
        if (mask.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(GroundTruth.of(RasterFiles.readMask(mask.get()), mask));
        } catch (ImageReadException e) {
            LOG.warn("The mask beside the image cannot be read: {}", e.detail());
            return Optional.empty();
        }
    }
}
