package org.nlcen.dicom.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where fetched images go: numbered files in one folder, for a name taken from the network could lead anywhere on the
 * disk. A file appears under its number only when it is whole.
 */
final class ReceivedFiles {
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 16L << 30;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    ReceivedFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes one image. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    synchronized int add(Content content) throws IOException {
        if (files.size() >= MOST_FILES || bytes > MOST_BYTES) {
            throw new IOException("more images than a study has");
        }
        Path target = freeName();
        Path draft = folder.resolve(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.writeTo(out);
            }
            bytes += Files.size(draft);
            Files.move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
        files.add(target);
        return files.size();
    }

    private Path freeName() {
        int number = files.size() + 1;
        while (Files.exists(folder.resolve(number + ".dcm"))) {
            number++;
        }
        return folder.resolve(number + ".dcm");
    }

    synchronized List<Path> files() {
        return List.copyOf(files);
    }
}
