package org.nlcen.model;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the system's libraries that the engine needs, made from inside because not every launcher can make them. glibc
 * gives every large tensor back to the system at once unless told otherwise, and a gradient then takes up to three times as
 * long; waiting engine threads keep their core busy; and a process that ends in the middle of a computation must not unload
 * the engine. docs/decisions/launcher-script.md.
 */
final class ProcessSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSettings.class);
    private static final String WAITING = "OMP_WAIT_POLICY";
    /** How often a waiting thread of GNU's OpenMP looks before it sleeps. */
    private static final String LOOKS = "GOMP_SPINCOUNT";
    /** NVIDIA's switch for all of its libraries; 0 forbids TF32, nothing leaves it to the engine. */
    private static final String CARD_PRECISION = "NVIDIA_TF32_OVERRIDE";

    /** From malloc.h. */
    private static final int M_TRIM_THRESHOLD = -1;

    private static final int M_MMAP_MAX = -4;
    private static final int M_ARENA_MAX = -8;
    private static final int NEVER = -1;
    /** Longer than loading takes; unpacking at the very first start may be cut short. */
    private static final long SECONDS_FOR_LOADING = 5;

    private static volatile boolean endsAtOnce;

    private ProcessSettings() {}

    /**
     * Makes what the environment did not make and the system knows. To be called before the engine is loaded.
     *
     * @param loading is held by whoever loads the engine
     * @throws IllegalStateException if the process is ending already; nothing is to be loaded then
     */
    static void apply(Lock loading) {
        try {
            waitPassively();
            if (!Engines.tf32()) {
                setUnlessSet(CARD_PRECISION, "0");
            }
            if (Platform.isLinux()) {
                tuneAllocator();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> endAtOnce(loading), "end-at-once"));
                endsAtOnce = true;
            }
        } catch (UnsatisfiedLinkError e) {
            LOG.info("the system's libraries stay as they are: {}", e.getMessage());
        }
    }

    /** Whether the end of the process leaves the engine as it is, even in the middle of a computation. */
    static boolean endsAtOnce() {
        return endsAtOnce;
    }

    /** docs/decisions/waiting-threads.md. */
    private static void waitPassively() {
        setUnlessSet(WAITING, "passive");
        setUnlessSet(LOOKS, "1000");
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getenv(name) != null) {
            return;
        }
        if (Platform.isWindows()) {
            NativeLibrary.getInstance("kernel32")
                    .getFunction("SetEnvironmentVariableA")
                    .invokeInt(new Object[] {name, value});
        } else {
            NativeLibrary.getInstance("c").getFunction("setenv").invokeInt(new Object[] {name, value, 0});
        }
    }

    private static void tuneAllocator() {
        if (System.getenv("MALLOC_MMAP_MAX_") == null) {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            mallopt.invokeInt(new Object[] {M_MMAP_MAX, 0});
            mallopt.invokeInt(new Object[] {M_TRIM_THRESHOLD, NEVER});
            mallopt.invokeInt(new Object[] {M_ARENA_MAX, 1});
        }
    }

    /**
     * Has the C library end the process before it destroys what the engine's threads still use: they would free it twice.
     * What is registered last runs first, therefore while Java is shutting down and not earlier, and only when no library that
     * registers destructors of its own is being loaded or can still come. The exit code stays.
     */
    private static void endAtOnce(Lock loading) {
        try {
            if (!loading.tryLock(SECONDS_FOR_LOADING, TimeUnit.SECONDS)) {
                LOG.info("the process ends while the engine is being unpacked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        NativeLibrary c = NativeLibrary.getInstance("c");
        c.getFunction("on_exit").invokeInt(new Object[] {c.getFunction("_exit"), null});
    }
}
