package org.nlcen.app.commands;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can ask for.
 *
 * @param id its text is {@code command.ID}
 * @param menu id of the menu it stands in; its text is {@code menu.MENU}
 * @param keys its shortcut
 * @param enabled whether it can be asked for now
 * @param checked for a command that switches something: whether it is on
 */
public record Command(
        String id,
        String menu,
        Optional<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Optional<ObservableBooleanValue> checked,
        Runnable action) {

    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
