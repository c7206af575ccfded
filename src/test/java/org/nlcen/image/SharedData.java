package org.nlcen.image;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real pictures that lie beside a developer's checkout and are not part of it. */
final class SharedData {
    private SharedData() {}

    /** A file or folder under {@code ../shared/data}; skips the calling test where it is absent. */
    static Path path(String name) {
        Path path = Path.of("..", "shared", "data").resolve(name);
        assumeTrue(Files.exists(path), () -> "real pictures are not at hand: " + path);
        return path;
    }
}
