package org.nlcen.app.session;

import com.google.gson.JsonElement;
import org.nlcen.app.library.OpenedImage;

/** A part of the window that keeps something of its own in a session: measurements, drawings, a layout. */
public interface SessionPart {

    /** Its place in the file. */
    String name();

    /** What to keep; on the window's thread, quick. */
    JsonElement save();

    /** Whether the numbers on the bench are those of what {@link #save} gives. */
    default boolean settled() {
        return true;
    }

    /** What is to be done once the state at hand is in a file of the user's; run on the window's thread. */
    default Runnable kept() {
        return () -> {};
    }

    /** What came back is in no file of the user's. */
    default void inNoFile() {}

    /**
     * What was kept changes the image before it comes on the screen. Not on the window's thread.
     *
     * @throws IllegalArgumentException if it does not understand it; then {@link #restore} says so once more
     */
    default OpenedImage prepare(OpenedImage image, JsonElement kept) {
        return image;
    }

    /**
     * Takes up what was kept, after the image is on the screen.
     *
     * @throws IllegalArgumentException if it does not understand it; the rest of the session is restored all the same
     */
    void restore(JsonElement kept);

    /** How many things it holds, for "3 measurements" in the offer after a crash; 0 for none or for what is not counted. */
    default int count() {
        return 0;
    }
}
