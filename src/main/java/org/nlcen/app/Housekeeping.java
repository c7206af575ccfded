package org.nlcen.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.nlcen.image.AppFolders;
import org.nlcen.image.AtomicFile;
import org.nlcen.model.OwnModels;
import org.nlcen.model.device.Natives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the user's folders in order at the start: machine code that earlier versions of the program unpacked (460 MB each)
 * and drafts of files and networks that a killed process left. Nothing younger than a day goes, since another version may be running.
 * JavaFX keeps its own machine code in order.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration AGE = Duration.ofDays(1);

    private Housekeeping() {}

    /** For a background thread; failures are logged, and tried again at the next start. */
    static void run(AppFolders folders) {
        Instant now = Instant.now();
        for (Path folder :
                List.of(folders.config(), folders.data(), folders.data().resolve("running"))) {
            attempt(() -> AtomicFile.removeDrafts(folder, now.minus(AGE)));
        }
        attempt(() -> removeHalfTaken(folders.ownModels(), now));
        engineVersion()
                .ifPresent(version -> attempt(() -> removeOthers(
                        folders.engine().resolve("pytorch"), name -> name.startsWith(version) && !shipped(name), now)));
    }

    /** Whether the program itself brings this machine code unpacked, so that a copy of the user's is not needed. */
    private static boolean shipped(String name) {
        return AppFolders.installation()
                .flatMap(home -> Natives.shipped(home, name))
                .isPresent();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.info("Not put in order: {}", e.toString());
        }
    }

    /**
     * Deletes folders of other versions that no program has started from for a day, and notes that this version has been
     * started now.
     *
     * @param current whether a folder of this name belongs to this version
     */
    static void removeOthers(Path parent, Predicate<String> current, Instant now) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path version : versions) {
                if (current.test(version.getFileName().toString())) {
                    Files.setLastModifiedTime(version, FileTime.from(now));
                } else if (Files.getLastModifiedTime(version).toInstant().isBefore(now.minus(AGE))) {
                    delete(version);
                    LOG.info("Machine code of another version deleted: {}", version.getFileName());
                }
            }
        }
    }

    /** Networks of the user's own that a killed process was just taking in, as large as their weights. */
    private static void removeHalfTaken(Path models, Instant now) throws IOException {
        if (!Files.isDirectory(models)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(models, "." + OwnModels.PREFIX + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(now.minus(AGE))) {
                    delete(draft);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(folder)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.deleteIfExists(file);
        }
    }

    /** The version that the engine's machine code on the class path carries, such as "2.0.1-20230709". */
    static Optional<String> engineVersion() {
        try (InputStream in = Housekeeping.class.getResourceAsStream("/native/lib/pytorch.properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            LOG.info("The engine's version cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
