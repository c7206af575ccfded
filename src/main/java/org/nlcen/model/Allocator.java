package org.nlcen.model;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the C library that the engine's speed hangs on, made from inside for starts without the launcher script. glibc
 * gives every large tensor back to the system at once unless told otherwise, and a gradient then takes up to three times as
 * long; waiting engine threads keep their core busy. docs/decisions/launcher-script.md.
 */
final class Allocator {
    private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);
    /** From malloc.h. */
    private static final int M_TRIM_THRESHOLD = -1;

    private static final int M_MMAP_MAX = -4;
    private static final int M_ARENA_MAX = -8;
    private static final int NEVER = -1;

    private Allocator() {}

    /**
     * Sets what the environment did not set. To be called before the engine is loaded.
     *
     * @return whether the settings hold now; false on systems with another C library, which need none of this
     */
    static boolean tune() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return false;
        }
        if (System.getenv("MALLOC_MMAP_MAX_") != null) {
            return true;
        }
        try {
            NativeLibrary c = NativeLibrary.getInstance("c");
            Function mallopt = c.getFunction("mallopt");
            boolean taken = mallopt.invokeInt(new Object[] {M_MMAP_MAX, 0}) == 1
                    && mallopt.invokeInt(new Object[] {M_TRIM_THRESHOLD, NEVER}) == 1
                    && mallopt.invokeInt(new Object[] {M_ARENA_MAX, 1}) == 1;
            c.getFunction("setenv").invokeInt(new Object[] {"OMP_WAIT_POLICY", "passive", 0});
            return taken;
        } catch (UnsatisfiedLinkError e) {
            LOG.info("the C library's allocator stays as it is: {}", e.getMessage());
            return false;
        }
    }
}
