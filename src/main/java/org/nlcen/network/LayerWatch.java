package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/** Looks at the layers of a network while they run on this thread: for counting, and for pictures of what is inside. */
public final class LayerWatch {
    private static final ThreadLocal<Watcher> CURRENT = new ThreadLocal<>();

    private LayerWatch() {}

    /** Told of each layer after it ran; the arrays are only lent. */
    @FunctionalInterface
    public interface Watcher {
        void ran(Block layer, NDArray input, NDArray output);
    }

    /** Runs something with a watcher; watchers do not nest. */
    public static void during(Watcher watcher, Runnable work) {
        CURRENT.set(watcher);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    static NDArray report(Block layer, NDArray input, NDArray output) {
        Watcher watcher = CURRENT.get();
        if (watcher != null) {
            watcher.ran(layer, input, output);
        }
        return output;
    }
}
