package org.nlcen.dicom.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.nlcen.image.AtEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders for files of patients that are not to outlive the program: deleted when they are no longer needed, else when the
 * program ends, else, after a crash, by the next one.
 */
public final class TemporaryFolders {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolders.class);
    private static final String PREFIX = "nlcen-viewer-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        AtEnd.run("delete-temporary-files", TemporaryFolders::deleteAll);
    }

    private TemporaryFolders() {}

    /** A new, empty folder that only this user may look into. */
    public static Path create() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        OPEN.add(folder);
        return folder;
    }

    /** Whether a file lies in one of these folders. */
    public static boolean holds(Path file) {
        return OPEN.stream().anyMatch(file::startsWith);
    }

    /** Takes over a folder that the program made before it had a log; its name is to begin as those made here. */
    public static void adopt(Path folder) {
        OPEN.add(folder);
    }

    /** Deletes everything. */
    static void deleteAll() {
        OPEN.forEach(TemporaryFolders::delete);
    }

    /** Deletes a folder with everything in it; links are deleted, not followed. */
    public static void delete(Path folder) {
        OPEN.remove(folder);
        try (var tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Temporary files could not be deleted in {}", folder);
        }
    }

    /** Takes over the folder that a crashed program left, if the file lies in one. */
    public static void adoptHolding(Path file) {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        if (file.startsWith(place) && file.getNameCount() > place.getNameCount()) {
            Path folder = place.resolve(file.getName(place.getNameCount()));
            if (orphaned(folder)) {
                adopt(folder);
            }
        }
    }

    /**
     * Deletes what programs left behind that did not end by themselves.
     *
     * @param needed files whose folders stay
     */
    public static void sweep(Set<Path> needed) {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> left;
        try (var entries = Files.newDirectoryStream(place, PREFIX + "*")) {
            left = StreamSupport.stream(entries.spliterator(), false)
                    .filter(TemporaryFolders::orphaned)
                    .filter(folder -> needed.stream().noneMatch(file -> file.startsWith(folder)))
                    .toList();
        } catch (IOException e) {
            LOG.info("The folder of temporary files cannot be listed");
            return;
        }
        left.forEach(TemporaryFolders::delete);
    }

    private static boolean orphaned(Path folder) {
        Matcher matcher = NAME.matcher(folder.getFileName().toString());
        if (!matcher.matches() || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return false;
        }
        try {
            long pid = Long.parseLong(matcher.group(1));
            return ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
