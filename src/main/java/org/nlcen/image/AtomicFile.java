package org.nlcen.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * Files that are either wholly there or as they were before, whatever happens to the process or the current: written beside
 * their place, brought to the disk, then moved into it.
 */
public final class AtomicFile {
    private static final String DRAFTS = ".*.tmp";

    /** Writes the whole content; the stream is flushed and closed by the caller of this writer, which may close it too. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Replaces {@code target} by what {@code writer} writes. On any failure the old file stays and nothing is left
     * beside it; a process killed meanwhile leaves a draft, which {@link #removeDrafts} finds.
     *
     * @throws IOException if the folder is missing or not writable, the disk is full, or the writer fails
     */
    public static void write(Path target, Writer writer) throws IOException {
        Path place = target.toAbsolutePath();
        Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new Draft(file);
                writer.writeTo(out);
                out.flush();
                // else the name may reach the disk before the content, and a power cut leaves an empty file
                file.force(true);
            }
            move(draft, place);
        } catch (IOException e) {
            throw naming(place, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Replaces {@code target} by a text in UTF-8; {@link #write}. */
    public static void text(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Deletes drafts that a process left in a folder when it was killed while writing. A missing folder has none.
     *
     * @param before younger ones stay: another process may be writing them now
     */
    public static void removeDrafts(Path folder, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, DRAFTS)) {
            for (Path draft : drafts) {
                if (Files.isRegularFile(draft)
                        && Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /** The failure with the name of the file that was asked for, instead of the draft's or of none, as from a full disk. */
    private static IOException naming(Path place, IOException failure) {
        IOException named = failure;
        if (failure instanceof NoSuchFileException) {
            named = new NoSuchFileException(place.getParent().toString());
        } else if (failure instanceof AccessDeniedException) {
            named = new AccessDeniedException(place.toString());
        } else if (failure instanceof FileSystemException system) {
            named = new FileSystemException(place.toString(), null, system.getReason());
        } else if (failure.getClass() == IOException.class) {
            named = new FileSystemException(place.toString(), null, failure.getMessage());
        }
        if (named != failure) {
            named.initCause(failure);
        }
        return named;
    }

    /** Stays open when its writer closes it: what has been written is still to be brought to the disk. */
    private static final class Draft extends BufferedOutputStream {
        Draft(FileChannel file) {
            super(Channels.newOutputStream(file));
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
