package org.nlcen.dicom.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.nlcen.image.TruthNames;
import org.nlcen.image.UntrustedZip;

/** Copies of ZIP entries in a temporary folder, under numbers: an entry's own name chooses no place on the disk. */
public final class Unpacked implements AutoCloseable {
    private static final int MOST_ENTRIES = 20_000;
    private static final String MASK = TruthNames.ENDINGS.get(0) + ".png";
    private static final long MOST_BYTES = 4L << 30;

    private final List<Path> folders = new ArrayList<>();
    private long bytes;

    /**
     * An unpacked file.
     *
     * @param copy where it lies now
     * @param name its own
     * @param mask whether it is the true mask of another one
     */
    record Entry(Path copy, String name, boolean mask) {}

    /**
     * Unpacks a file. The true mask of an image is laid beside it, so that it is found there; hidden files are left out.
     *
     * @return in the order of the ZIP
     * @throws IOException if it is damaged, or holds more than is sensible; what was unpacked is deleted on close
     */
    List<Entry> unpack(Path zip, BooleanSupplier cancelled) throws IOException {
        Path folder = TemporaryFolders.create();
        folders.add(folder);
        List<Entry> unpacked = new ArrayList<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(archive.entries()));
            entries.removeIf(entry -> entry.isDirectory()
                    || UntrustedZip.lastPart(entry.getName()).startsWith("."));
            if (entries.size() > MOST_ENTRIES) {
                throw new IOException("it holds more than " + MOST_ENTRIES + " files");
            }
            List<String> paths =
                    entries.stream().map(entry -> path(entry.getName())).toList();
            Set<String> masks = TruthNames.masks(paths);
            Map<String, String> places = places(paths);
            for (int i = 0; i < entries.size() && !cancelled.getAsBoolean(); i++) {
                Path copy = folder.resolve(places.getOrDefault(paths.get(i), String.valueOf(i + 1)));
                try (InputStream in = archive.getInputStream(entries.get(i))) {
                    copy(in, copy);
                }
                unpacked.add(
                        new Entry(copy, UntrustedZip.lastPart(entries.get(i).getName()), masks.contains(paths.get(i))));
            }
        }
        return unpacked;
    }

    /** Where an unpacked image has its true mask, if it has one. */
    public static Path maskOf(Path copy) {
        return copy.resolveSibling(copy.getFileName() + MASK);
    }

    /** Names for the copies of those entries that are the mask of an image. */
    private static Map<String, String> places(List<String> paths) {
        Set<String> there = new HashSet<>(paths);
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            String copy = (i + 1) + MASK;
            TruthNames.places(paths.get(i)).stream()
                    .filter(there::contains)
                    .findFirst()
                    .ifPresent(mask -> places.put(mask, copy));
        }
        return places;
    }

    /** An entry's name as any system writes it. */
    private static String path(String name) {
        return name.replace('\\', '/');
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
