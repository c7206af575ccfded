package org.nlcen.app.base;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Ends the process when everything is written. */
public final class ProcessEnd {
    private ProcessEnd() {}

    /**
     * Ends with code 0. On Linux at once, without unloading native libraries: the graphics driver's LLVM and the engine's own
     * copy of it share variables and would both free them, and the process would end with "Aborted".
     */
    public static void now() {
        if (Platform.isLinux()) {
            NativeLibrary.getInstance("c").getFunction("_exit").invokeVoid(new Object[] {0});
        }
        Runtime.getRuntime().halt(0);
    }
}
