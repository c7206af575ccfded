package org.nlcen.dicom.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.nlcen.image.UntrustedZip;

/** Copies of ZIP entries in a temporary folder, under numbers: an entry's own name chooses no place on the disk. */
public final class Unpacked implements AutoCloseable {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 4L << 30;

    private final List<Path> folders = new ArrayList<>();
    private long bytes;

    /**
     * Unpacks a file.
     *
     * @return the copies and the entries' names, in the order of the ZIP
     * @throws IOException if it is damaged, or holds more than is sensible; what was unpacked is deleted on close
     */
    Map<Path, String> unpack(Path zip, BooleanSupplier cancelled) throws IOException {
        Path folder = TemporaryFolders.create();
        folders.add(folder);
        Map<Path, String> files = new LinkedHashMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (cancelled.getAsBoolean()) {
                    break;
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (files.size() == MOST_ENTRIES) {
                    throw new IOException("it holds more than " + MOST_ENTRIES + " files");
                }
                Path copy = folder.resolve(String.valueOf(files.size() + 1));
                try (InputStream in = archive.getInputStream(entry)) {
                    copy(in, copy);
                }
                files.put(copy, UntrustedZip.lastPart(entry.getName()));
            }
        }
        return files;
    }

    /** Takes over a folder of files, none below it, to delete it with the rest. */
    public void adopt(Path folder) {
        folders.add(folder);
    }

    boolean owns(Path file) {
        return folders.stream().anyMatch(file::startsWith);
    }

    private void copy(InputStream in, Path target) throws IOException {
        try {
            bytes += UntrustedZip.copy(in, target, MOST_BYTES - bytes);
        } catch (UntrustedZip.TooLargeException e) {
            throw new IOException("it unpacks to more than " + (MOST_BYTES >> 30) + " GiB", e);
        }
    }

    @Override
    public void close() {
        folders.forEach(TemporaryFolders::delete);
        folders.clear();
    }
}
