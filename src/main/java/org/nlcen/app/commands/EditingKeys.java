package org.nlcen.app.commands;

import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that a text field has a use for although Ctrl is held, so that they are no shortcuts while it has the focus. */
final class EditingKeys {
    private static final Set<KeyCode> ALL = Set.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.Y,
            KeyCode.Z,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE);

    private EditingKeys() {}

    /** Whether a text field undoes, copies, marks, goes or deletes with this key. */
    static boolean includes(KeyEvent event) {
        boolean shifted = event.isShiftDown() && event.getCode().isLetterKey() && event.getCode() != KeyCode.Z;
        return event.isShortcutDown() && !event.isAltDown() && !shifted && ALL.contains(event.getCode());
    }
}
