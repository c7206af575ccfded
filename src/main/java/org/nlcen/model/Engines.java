package org.nlcen.model;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The one way to the engine: settings first, then a manager. */
public final class Engines {
    private Engines() {}

    /**
     * A manager on the CPU for work that needs the engine, with the thread count the machine allows. The caller closes it. The
     * first call loads the native libraries: half a second, a few seconds when they must be unpacked.
     */
    public static NDManager open() {
        System.setProperty("offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        JniUtils.setNumThreads(threads());
        return manager;
    }

    /** Threads the engine may use: {@code NLCEN_THREADS}, else one for each core. */
    public static int threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        String wanted = System.getenv("NLCEN_THREADS");
        if (wanted == null || !wanted.matches("[1-9]\\d{0,2}")) {
            return cores;
        }
        return Math.min(cores, Integer.parseInt(wanted));
    }
}
