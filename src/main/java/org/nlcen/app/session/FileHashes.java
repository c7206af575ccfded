package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.nlcen.model.ModelCatalog;

/** SHA-256 of files, worked out again only after a file changed. Safe for several threads. */
final class FileHashes {
    private static final int MOST = 64;

    private record Known(long size, FileTime changed, String sha256) {}

    private final Map<Path, Known> known = new LinkedHashMap<>();

    /** Reads the whole file at the first call: not for the window's thread. */
    synchronized String of(Path file) throws IOException {
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        Known before = known.get(file);
        if (before != null && before.size == size && before.changed.equals(changed)) {
            return before.sha256;
        }
        String hash = ModelCatalog.sha256(file);
        known.put(file, new Known(size, changed, hash));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return hash;
    }
}
