package org.nlcen.app.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import org.nlcen.image.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marker files of the programs that run now. A marker that is still there although its program has ended tells of a crash: the
 * system gives back the lock beside it however the program ended, so a live program is never taken for a dead one, and a
 * process number used again fools nobody.
 */
public final class RunningPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(RunningPrograms.class);
    private static final Gson GSON = new Gson();
    // closing any channel to a file gives back the process's lock on it: those held here are never opened again
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;

    /**
     * What a marker says.
     *
     * @param pid number of the process
     * @param started ISO 8601
     * @param version of the program
     * @param workingFolder where Java may leave a crash report
     */
    record Marker(long pid, String started, String version, String workingFolder) {}

    /** A program's own marker, there while it runs. */
    public final class Running {
        private final Path base;
        private final FileChannel lock;
        private boolean ended;

        private Running(Path base, FileChannel lock) {
            this.base = base;
            this.lock = lock;
        }

        /** Where this program keeps the work at hand. */
        public Path session() {
            return named(base, Session.ENDING);
        }

        /** Leaves the marker as a crash would. */
        void vanish() {
            release(base, lock);
        }

        /** The program ends as it should: nothing is left. May be called twice and from any thread. */
        public synchronized void end() {
            if (!ended) {
                ended = true;
                remove(base, lock);
            }
        }
    }

    /**
     * A program that ended without saying so. Held by whoever looks at it, so that two programs never offer the same work.
     */
    public final class Lost {
        private final Path base;
        private final Marker marker;
        private final FileChannel lock;

        private Lost(Path base, Marker marker, FileChannel lock) {
            this.base = base;
            this.marker = marker;
            this.lock = lock;
        }

        /** When it began. */
        public Instant started() {
            return begun(marker);
        }

        /** The work it kept last, if it came to that. */
        public Optional<Path> session() {
            return Optional.of(named(base, Session.ENDING)).filter(Files::isRegularFile);
        }

        /**
         * What Java wrote, if native code brought it down.
         *
         * @param logs where Java was told to write it
         */
        public Optional<NativeCrash> crash(Path logs) {
            List<Path> folders = List.of(
                    logs,
                    Path.of(marker.workingFolder() == null ? "" : marker.workingFolder()),
                    Path.of(System.getProperty("java.io.tmpdir")));
            return NativeCrash.find(marker.pid(), started(), folders);
        }

        /** Nothing of it is needed any more. */
        public void forget() {
            remove(base, lock);
        }

        /** Leaves it for the next start. */
        public void keep() {
            release(base, lock);
        }
    }

    /** @param folder made with the first marker */
    public RunningPrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * Marks this program as running.
     *
     * @throws IOException if the folder cannot be written to; then nothing can be recovered after a crash
     */
    public Running begin(long pid, Instant started, String version) throws IOException {
        Files.createDirectories(folder);
        Path base = folder.resolve(UUID.randomUUID().toString());
        FileChannel lock =
                FileChannel.open(named(base, ".lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            close(lock);
            throw new IOException("a new file is locked by somebody else: " + base);
        }
        HELD.add(base);
        Marker marker = new Marker(
                pid, started.toString(), version, Path.of("").toAbsolutePath().toString());
        byte[] json = GSON.toJson(marker).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(named(base, ".json"), out -> out.write(json));
        return new Running(base, lock);
    }

    /** Programs that ended without saying so and that no other program looks at, the latest first. */
    public List<Lost> lost() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Lost> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> lost(file).ifPresent(found::add));
        } catch (IOException e) {
            LOG.warn("Markers of earlier programs cannot be read", e);
        }
        found.sort((a, b) -> b.started().compareTo(a.started()));
        return found;
    }

    /** Files that the work kept by programs names, of those that crashed and of those that run; reads that work. */
    public Set<Path> needed() {
        Set<Path> needed = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(Session.ENDING))
                        .forEach(file -> needed.addAll(named(file)));
            } catch (IOException e) {
                LOG.warn("Work kept by earlier programs cannot be listed", e);
            }
        }
        return needed;
    }

    private static Set<Path> named(Path session) {
        try {
            return SessionFile.read(session).files();
        } catch (SessionException e) {
            LOG.warn("Work kept by an earlier program cannot be read", e);
            return Set.of();
        }
    }

    private Optional<Lost> lost(Path file) {
        String name = file.getFileName().toString();
        Path base = file.resolveSibling(name.substring(0, name.length() - ".json".length()));
        if (!HELD.add(base)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(named(base, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                release(base, channel);
                return Optional.empty();
            }
            Marker marker = GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), Marker.class);
            if (marker == null) {
                throw new JsonParseException("empty");
            }
            return Optional.of(new Lost(base, marker, channel));
        } catch (IOException e) {
            LOG.warn("A marker of an earlier program cannot be read", e);
            release(base, channel);
            return Optional.empty();
        } catch (JsonParseException e) {
            LOG.warn("A marker of an earlier program is damaged and is removed", e);
            remove(base, channel);
            return Optional.empty();
        }
    }

    private static Instant begun(Marker marker) {
        try {
            return Instant.parse(String.valueOf(marker.started()));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Path named(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }

    private static void remove(Path base, FileChannel lock) {
        try {
            Files.deleteIfExists(named(base, ".json"));
            Files.deleteIfExists(named(base, Session.ENDING));
            release(base, lock);
            Files.deleteIfExists(named(base, ".lock"));
        } catch (IOException e) {
            LOG.warn("A marker cannot be removed", e);
        }
    }

    private static void release(Path base, FileChannel lock) {
        HELD.remove(base);
        close(lock);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("A lock cannot be given back", e);
        }
    }
}
