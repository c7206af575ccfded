package org.nlcen.app.viewer;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What was measured and drawn on the image at hand, to be taken back and done again: one row for both. */
public final class History {
    private static final int MOST = 200;

    /** Something that has been done. */
    public record Edit(Runnable undo, Runnable redo) {}

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Something was done just now; what had been taken back cannot be done again any more. */
    public void did(Edit edit) {
        done.push(edit);
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        tell();
    }

    public void undo() {
        if (!done.isEmpty()) {
            Edit edit = done.pop();
            undone.push(edit);
            edit.undo().run();
            tell();
        }
    }

    public void redo() {
        if (!undone.isEmpty()) {
            Edit edit = undone.pop();
            done.push(edit);
            edit.redo().run();
            tell();
        }
    }

    /** Another image: nothing of this can be taken back there. */
    public void clear() {
        done.clear();
        undone.clear();
        tell();
    }

    private void tell() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }
}
