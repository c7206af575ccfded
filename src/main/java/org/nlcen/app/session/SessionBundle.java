package org.nlcen.app.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.nlcen.app.session.SessionException.Reason;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.UntrustedZip;
import org.nlcen.model.ModelCatalog;

/**
 * A session with its image in one ZIP file: {@code session.json}, {@code image/NAME} and, where the ground truth is a file,
 * {@code truth/NAME}. The session in it names these entries in place of files. Bundles come from other people: nothing but the
 * entries that the session names is unpacked, their names choose no place on the disk, and what comes out is counted.
 */
final class SessionBundle {
    /** Most bytes that image and ground truth may unpack to together. */
    static final long MOST_BYTES = 1L << 30;

    private static final String SESSION = "session.json";
    private static final String IMAGE = "image/";
    private static final String TRUTH = "truth/";
    private static final int LONGEST_NAME = 100;

    /**
     * A file to put into a bundle.
     *
     * @param name it is to have there
     */
    record Enclosed(Path file, String name) {}

    /** What was unpacked. */
    record Content(Path image, Optional<Path> truth) {}

    private SessionBundle() {}

    /** Whether a file is a ZIP file, as bundles are and plain sessions are not. */
    static boolean is(Path file) throws IOException {
        return UntrustedZip.is(file);
    }

    /**
     * Writes a bundle whole or not at all.
     *
     * @param image empty for a phantom, which is made again
     * @throws IOException if a file cannot be read, or the bundle not be written; the file before then stays
     */
    static void write(Path target, Session session, Optional<Enclosed> image, Optional<Enclosed> truth)
            throws IOException {
        Session.Image inside = image.isEmpty()
                ? session.image()
                : session.image()
                        .in(
                                IMAGE + safe(image.get().name()),
                                ModelCatalog.sha256(image.get().file()));
        Session.Truth truthInside = truth.isEmpty()
                ? null
                : new Session.Truth(
                        TRUTH + safe(truth.get().name()),
                        ModelCatalog.sha256(truth.get().file()));
        byte[] json = SessionFile.json(session.with(inside, truthInside));
        AtomicFile.write(target, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(SESSION));
                zip.write(json);
                if (image.isPresent()) {
                    zip.putNextEntry(new ZipEntry(inside.file()));
                    Files.copy(image.get().file(), zip);
                }
                if (truth.isPresent()) {
                    zip.putNextEntry(new ZipEntry(truthInside.file()));
                    Files.copy(truth.get().file(), zip);
                }
            }
        });
    }

    /**
     * The session of a bundle; its image and truth name entries. Unpacks nothing.
     *
     * @throws SessionException if the file cannot be read, is no bundle, is damaged or would unpack to too much
     */
    static Session read(Path file) throws SessionException {
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(SESSION);
            if (entry == null) {
                throw new SessionException(Reason.DAMAGED, name, null);
            }
            byte[] json;
            try (InputStream in = zip.getInputStream(entry)) {
                json = in.readNBytes(SessionFile.MOST_BYTES + 1);
            }
            Session session = SessionFile.parse(name, json);
            long bytes = size(zip, session.image().file(), IMAGE);
            if (session.truth() != null) {
                bytes += size(zip, session.truth().file(), TRUTH);
            }
            if (bytes > MOST_BYTES) {
                throw new SessionException(Reason.TOO_LARGE, name, null);
            }
            return session;
        } catch (ZipException e) {
            throw new SessionException(Reason.DAMAGED, name, e);
        } catch (IOException e) {
            throw new SessionException(Reason.UNREADABLE, name, e);
        }
    }

    /** What an entry says of its size, 0 for none. */
    private static long size(ZipFile zip, String entry, String place) throws IOException {
        return entry == null ? 0 : Math.max(0, entry(zip, entry, place).getSize());
    }

    private static ZipEntry entry(ZipFile zip, String name, String place) throws ZipException {
        ZipEntry entry = name.startsWith(place) ? zip.getEntry(name) : null;
        if (entry == null) {
            throw new ZipException("there is no " + name);
        }
        return entry;
    }

    /**
     * Unpacks image and ground truth.
     *
     * @param session as {@link #read} gave it, of an image from a file
     * @param folder empty; whatever goes wrong, its contents are the caller's to delete
     * @param most bytes; more are refused
     * @throws IOException if the bundle is damaged or unpacks to more, or the folder cannot be written
     */
    static Content unpack(Path file, Session session, Path folder, long most) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            // each in a folder of its own, or one might be taken for the other's mask
            Path image = copy(zip, session.image().file(), IMAGE, folder, most);
            if (!ModelCatalog.sha256(image).equals(session.image().sha256())) {
                throw new ZipException("the image is not the one that was put in");
            }
            if (session.truth() == null) {
                return new Content(image, Optional.empty());
            }
            Path truth = copy(zip, session.truth().file(), TRUTH, folder, most - Files.size(image));
            return new Content(image, Optional.of(truth));
        }
    }

    private static Path copy(ZipFile zip, String name, String place, Path folder, long most) throws IOException {
        Path target = Files.createDirectory(folder.resolve(place)).resolve(safe(name));
        try (InputStream in = zip.getInputStream(entry(zip, name, place))) {
            UntrustedZip.copy(in, target, most);
        }
        return target;
    }

    /** The last part of a name with nothing in it that any file system takes amiss. */
    private static String safe(String name) {
        String plain = UntrustedZip.lastPart(name)
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        // the end, since it says what kind of file it is
        String fitting = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return fitting.isEmpty() ? "file" : fitting;
    }
}
