package org.nlcen.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are either wholly there or as they were before: written beside their place, then moved into it. */
public final class AtomicFile {

    /** Writes the whole content; the stream is closed by the caller of this writer. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Replaces {@code target} by what {@code writer} writes. On any failure the old file stays and nothing is left
     * beside it.
     *
     * @throws IOException if the folder is missing or not writable, the disk is full, or the writer fails
     */
    public static void write(Path target, Writer writer) throws IOException {
        Path place = target.toAbsolutePath();
        Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                writer.writeTo(out);
            }
            move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
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
