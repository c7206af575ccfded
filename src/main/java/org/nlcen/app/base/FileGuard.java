package org.nlcen.app.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other running programs out of a file while it is read and written again: a lock on a file beside it, which the
 * system takes back from a program that ends. Where a file system knows no locks, it goes on without.
 */
public final class FileGuard {
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 10;

    /** What is done with the file. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    private FileGuard() {}

    /**
     * Waits for its turn, at most a second; then it goes on without, since a stale value is better than none.
     *
     * @throws IOException if the folder cannot be written to, or from the action
     */
    public static void with(Path file, Action action) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TRIES && !locked(channel); i++) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            action.run();
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
