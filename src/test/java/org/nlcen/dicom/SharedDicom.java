package org.nlcen.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Public DICOM files that lie beside a developer's checkout and are not part of it. */
public final class SharedDicom {
    private SharedDicom() {}

    /** A file or folder under {@code ../shared/dicom}; skips the calling test where it is absent. */
    public static Path path(String name) {
        Path path = Path.of("..", "shared", "dicom").resolve(name);
        assumeTrue(Files.exists(path), () -> "public DICOM files are not at hand: " + path);
        return path;
    }

    /** All files below a folder, in the order of their names. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
