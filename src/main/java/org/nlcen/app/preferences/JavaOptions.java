package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nlcen.image.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Java must be told before it starts: a file beside the preferences that the launcher hands to it. */
final class JavaOptions {
    private static final Logger LOG = LoggerFactory.getLogger(JavaOptions.class);
    private static final String NAME = "java.options";

    private JavaOptions() {}

    /** Whether this program's launcher reads the file: that of a package for Windows or macOS has its own, fixed one. */
    static boolean heeded() {
        return System.getProperty("jpackage.app-path") == null;
    }

    /** @param memoryPercent part of the computer's memory, 0 for the launcher's own choice */
    static void write(Path preferences, int memoryPercent) {
        Path file = preferences.resolveSibling(NAME);
        try {
            if (memoryPercent == 0) {
                Files.deleteIfExists(file);
            } else {
                byte[] line = ("-XX:MaxRAMPercentage=" + memoryPercent + "\n").getBytes(StandardCharsets.US_ASCII);
                AtomicFile.write(file, out -> out.write(line));
            }
        } catch (IOException e) {
            LOG.warn("The choice of memory cannot be kept", e);
        }
    }
}
