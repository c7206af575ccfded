package org.nlcen.app.commands;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can ask for.
 *
 * @param id its text is {@code command.ID}
 * @param menu id of the menu it stands in; its text is {@code menu.MENU}
 * @param usual the keys it comes with
 * @param binding the keys it has now, the user's choice
 * @param enabled whether it can be asked for now
 * @param checked for a command that switches something: whether it is on
 */
public record Command(
        String id,
        String menu,
        Optional<KeyCombination> usual,
        ObjectProperty<Optional<KeyCombination>> binding,
        ObservableBooleanValue enabled,
        Optional<ObservableBooleanValue> checked,
        Runnable action) {

    /** Its shortcut now. */
    public Optional<KeyCombination> keys() {
        return binding.get();
    }

    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
