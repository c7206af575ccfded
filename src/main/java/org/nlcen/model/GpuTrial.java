package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lies in the engine's folder while the GPU is tried for the first time in a process. If the driver takes the
 * process down with it, or the machine code cannot be loaded, which spoils the process for the CPU too, the next start finds
 * the file and leaves the GPU alone. What another running process is just trying has not failed.
 */
final class GpuTrial {
    private static final Logger LOG = LoggerFactory.getLogger(GpuTrial.class);

    private final Path mark;
    private final boolean again;

    GpuTrial(Path engineFolder) {
        this(engineFolder, "on".equalsIgnoreCase(System.getenv().getOrDefault("NLCEN_GPU", "")));
    }

    /** @param again whether the user wants it tried although it failed */
    GpuTrial(Path engineFolder, boolean again) {
        this.mark = engineFolder.resolve("gpu-tried");
        this.again = again;
    }

    boolean failedBefore() {
        return !again && Files.exists(mark) && !triedElsewhere();
    }

    private boolean triedElsewhere() {
        try {
            String process = Files.readString(mark).lines().findFirst().orElse("");
            return !process.equals(named(ProcessHandle.current()))
                    && ProcessHandle.allProcesses().anyMatch(running -> process.equals(named(running)));
        } catch (IOException e) {
            LOG.warn("the note that the GPU is tried cannot be read", e);
            return false;
        }
    }

    /** Number and start, since numbers are given again. */
    static String named(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** From here on the process may end by the GPU's machine code or its driver. */
    void begin() {
        try {
            Files.createDirectories(mark.getParent());
            Files.writeString(
                    mark,
                    named(ProcessHandle.current())
                            + "\nThe GPU is being tried, or has failed. Delete this file to have it tried again.\n");
        } catch (IOException e) {
            LOG.warn("no note can be left that the GPU is tried", e);
        }
    }

    /** The GPU did not fail. */
    void passed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn("the note that the GPU is tried cannot be removed", e);
        }
    }
}
