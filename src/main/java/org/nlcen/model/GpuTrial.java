package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lies in the engine's folder while the GPU is tried for the first time in a process. If the driver takes the
 * process down with it, or the machine code cannot be loaded, which spoils the process for the CPU too, the next start finds
 * the file and leaves the GPU alone.
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
        return !again && Files.exists(mark);
    }

    void begin() {
        try {
            Files.writeString(
                    mark, "The GPU is being tried, or has failed. Delete this file to have it tried again.\n");
        } catch (IOException e) {
            LOG.warn("no note can be left that the GPU is tried", e);
        }
    }

    void passed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn("the note that the GPU is tried cannot be removed", e);
        }
    }
}
