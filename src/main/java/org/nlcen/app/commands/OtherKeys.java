package org.nlcen.app.commands;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that stand for others: not every keyboard has a plus of its own, and not every program redoes with Shift. */
final class OtherKeys {
    private OtherKeys() {}

    /** What a pressed key is taken for where it is nobody's shortcut itself. */
    static Optional<KeyEvent> meant(KeyEvent event) {
        return switch (event.getCode()) {
            // on a US keyboard plus is typed with Shift on the key of "="
            case EQUALS, ADD -> Optional.of(as(event, KeyCode.PLUS, false));
            case SUBTRACT -> Optional.of(as(event, KeyCode.MINUS, event.isShiftDown()));
            case Y ->
                event.isShortcutDown() && !event.isShiftDown()
                        ? Optional.of(as(event, KeyCode.Z, true))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static KeyEvent as(KeyEvent event, KeyCode code, boolean shift) {
        return new KeyEvent(
                event.getEventType(),
                event.getCharacter(),
                event.getText(),
                code,
                shift,
                event.isControlDown(),
                event.isAltDown(),
                event.isMetaDown());
    }
}
