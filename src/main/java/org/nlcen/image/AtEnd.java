package org.nlcen.image;

/** Tasks for the end of the process, however it comes about: by itself or because the system asks for it (SIGTERM, logout). */
public final class AtEnd {
    private AtEnd() {}

    /**
     * Runs {@code task} while the process ends, beside all others of its kind; at once, on the caller's thread, if it is ending
     * already: a program that is told to end while it is still starting has nobody to show an error to.
     *
     * @param name of the thread that runs it
     * @param task must end soon and throw nothing
     */
    public static void run(String name, Runnable task) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(task, name));
        } catch (IllegalStateException ending) {
            task.run();
        }
    }

    /** Whether the process is ending: before any task of the end has begun, and from then on. */
    public static boolean begun() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
