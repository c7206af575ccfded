package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.Phantoms;
import org.nlcen.app.session.SessionBundle.Content;
import org.nlcen.app.session.SessionBundle.Enclosed;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.image.SourceImage;
import org.nlcen.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image of a session and its ground truth: in files of their own, or in a bundle with the session. An image from a bundle
 * is known by the bundle's path, so that what is saved of it later still finds it. Files are touched by what says so.
 */
final class SessionImages {
    private static final Logger LOG = LoggerFactory.getLogger(SessionImages.class);

    private final FileHashes hashes = new FileHashes();
    private final List<Unpacked> unpacked = new CopyOnWriteArrayList<>();

    /** A bundle's image and ground truth, copied out for as long as they are shown. */
    private record Unpacked(Path bundle, Path folder, Content content) {}

    /** What a session says of an image, without hashes. */
    Session.Image of(OpenedImage image) {
        SourceImage source = image.source();
        Optional<Path> file = source.origin().file();
        if (file.isEmpty()) {
            Phantoms.Identity phantom = Phantoms.of(source).orElseThrow();
            return new Session.Image(null, null, 0, phantom.kind(), phantom.seed(), image.task());
        }
        Path named = bundleOf(file.get()).map(Unpacked::bundle).orElse(file.get());
        return new Session.Image(
                named.toAbsolutePath().toString(), null, source.origin().frame(), null, 0, image.task());
    }

    /** What a session says of a ground truth, without hashes; null where there is no file or the image's bundle holds it. */
    Session.Truth of(Optional<GroundTruth> truth) {
        return truth.flatMap(GroundTruth::file)
                .filter(file -> bundleOf(file).isEmpty())
                .map(file -> new Session.Truth(file.toAbsolutePath().toString(), null))
                .orElse(null);
    }

    private Optional<Unpacked> bundleOf(Path file) {
        return unpacked.stream().filter(one -> file.startsWith(one.folder())).findFirst();
    }

    /** Adds the hashes of the files; reads them. */
    Session hashed(Session session) throws IOException {
        Session.Image image = session.image();
        Session.Truth truth = session.truth();
        Session.Image withHash =
                image.file() == null ? image : image.in(image.file(), hashes.of(Path.of(image.file())));
        Session.Truth truthWithHash =
                truth == null ? null : new Session.Truth(truth.file(), hashes.of(Path.of(truth.file())));
        return session.with(withHash, truthWithHash);
    }

    /**
     * Writes a session with its image as one file; reads and writes files.
     *
     * @param anonymous whether the files inside get names that say nothing
     */
    static void bundle(Path target, Session session, OpenedImage image, boolean anonymous) throws IOException {
        SourceImage source = image.source();
        Optional<Enclosed> picture = source.origin()
                .file()
                .map(file -> new Enclosed(file, anonymous ? "image" + ending(file) : source.name()));
        Optional<Enclosed> truth = image.truth()
                .flatMap(GroundTruth::file)
                .filter(file -> picture.isPresent())
                .map(file -> new Enclosed(
                        file,
                        anonymous ? "truth" + ending(file) : file.getFileName().toString()));
        SessionBundle.write(target, session, picture, truth);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    }

    /** Reads a session, plain or with its image; one of a bundle names the bundle as its image. */
    Session session(Path file) throws SessionException {
        Path place = file.toAbsolutePath();
        try {
            if (!SessionBundle.is(place)) {
                return SessionFile.read(place);
            }
            Session inside = SessionBundle.read(place);
            Session.Image image = inside.image();
            return image.file() == null ? inside : inside.with(image.in(place.toString(), hashes.of(place)), null);
        } catch (IOException e) {
            throw new SessionException(SessionException.Reason.UNREADABLE, String.valueOf(place.getFileName()), e);
        }
    }

    /**
     * Reads the image of a session; takes its time.
     *
     * @param remarks gets what is not as it was
     * @return empty where there is none, which a remark says
     */
    Optional<OpenedImage> read(Session session, List<Remark> remarks) {
        Task task = session.image().task();
        return opened(session, remarks)
                .map(image -> task == null || task == image.task() ? image : ImageOpener.forTask(image, task));
    }

    private Optional<OpenedImage> opened(Session session, List<Remark> remarks) {
        Session.Image wanted = session.image();
        if (wanted.phantom() != null) {
            return Optional.of(Phantoms.open(Phantoms.Identity.of(wanted.phantom(), wanted.seed())));
        }
        Path file = Path.of(wanted.file());
        if (!Files.isRegularFile(file)) {
            remarks.add(Remark.file(Remark.Kind.IMAGE_MISSING, wanted.file()));
            return Optional.empty();
        }
        try {
            if (!hashes.of(file).equals(wanted.sha256())) {
                remarks.add(Remark.file(Remark.Kind.IMAGE_CHANGED, wanted.file()));
            }
            Optional<Content> content = SessionBundle.is(file) ? Optional.of(unpack(file)) : Optional.empty();
            OpenedImage image = ImageOpener.open(content.map(Content::image).orElse(file));
            if (wanted.frame() > 0) {
                image = ImageOpener.frame(image, wanted.frame());
            }
            Optional<Path> enclosed = content.flatMap(Content::truth);
            if (session.truth() == null && enclosed.isPresent()) {
                return Optional.of(ImageOpener.withTruth(image, enclosed.get()));
            }
            return Optional.of(withTruth(image, session.truth(), remarks));
        } catch (IOException | SessionException e) {
            // the message names the file, and with it perhaps a patient
            LOG.warn("The image of a session cannot be read: {}", e.getClass().getName());
            remarks.add(Remark.file(Remark.Kind.IMAGE_UNREADABLE, wanted.file()));
            return Optional.empty();
        }
    }

    private Content unpack(Path bundle) throws IOException, SessionException {
        Session inside = SessionBundle.read(bundle);
        if (inside.image().file() == null) {
            throw new SessionException(SessionException.Reason.DAMAGED, bundle.toString(), null);
        }
        Path folder = TemporaryFolders.create();
        try {
            Content content = SessionBundle.unpack(bundle, inside, folder, SessionBundle.MOST_BYTES);
            unpacked.add(new Unpacked(bundle, folder, content));
            return content;
        } catch (IOException e) {
            TemporaryFolders.delete(folder);
            throw e;
        }
    }

    private OpenedImage withTruth(OpenedImage image, Session.Truth truth, List<Remark> remarks) {
        if (truth == null) {
            return image;
        }
        Path file = Path.of(truth.file());
        try {
            if (!Files.isRegularFile(file)) {
                remarks.add(Remark.file(Remark.Kind.TRUTH_MISSING, truth.file()));
                return image;
            }
            if (!hashes.of(file).equals(truth.sha256())) {
                remarks.add(Remark.file(Remark.Kind.TRUTH_CHANGED, truth.file()));
            }
            return ImageOpener.withTruth(image, file);
        } catch (IOException e) {
            LOG.warn(
                    "The ground truth of a session cannot be read: {}",
                    e.getClass().getName());
            remarks.add(Remark.file(Remark.Kind.TRUTH_MISSING, truth.file()));
            return image;
        }
    }

    /**
     * What was unpacked for an image is not needed once another one replaces it.
     *
     * @param before null for none
     * @return deletes it; empty where there is nothing to delete
     */
    Optional<Runnable> replaced(OpenedImage before, OpenedImage now) {
        return Optional.ofNullable(before)
                .flatMap(image -> image.source().origin().file())
                .flatMap(this::bundleOf)
                .filter(one -> now.source()
                        .origin()
                        .file()
                        .filter(file -> file.startsWith(one.folder()))
                        .isEmpty())
                .map(one -> () -> {
                    unpacked.remove(one);
                    TemporaryFolders.delete(one.folder());
                });
    }
}
