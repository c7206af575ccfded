package org.nlcen.app.viewer;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

/** Something that wants a pane's left button before the pane uses it to look around. */
public interface Gestures {

    /** The left button goes down; true takes the press and the drags and the release that follow. */
    boolean press(Touch touch);

    void drag(Touch touch);

    void release(Touch touch);

    /** The pointer moves with no button down; returns how it should look, null for no wish. */
    Cursor move(Touch touch);

    /** The pointer leaves. */
    void exit();

    /** A key is pressed while the pane has the focus; true takes it. */
    boolean key(KeyCode code, boolean shift, boolean control);
}
