package org.nlcen.app.session;

import com.google.gson.JsonElement;

/** A part of the window that keeps something of its own in a session: measurements, drawings, a layout. */
public interface SessionPart {

    /** Its place in the file. */
    String name();

    /** What to keep; on the window's thread, quick. */
    JsonElement save();

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
