package org.nlcen.app.attack;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;

/** A button that names what is chosen in the plan of the attack, and the list below it of what else there is. */
final class PlanButton {
    private final Button button;
    private final Supplier<VBox> list;
    private final Bubble bubble = new Bubble();

    /**
     * @param name of what is chosen
     * @param list makes the list anew, with what is chosen now
     */
    PlanButton(Button button, ObservableValue<String> name, Supplier<VBox> list) {
        this.button = button;
        this.list = list;
        button.setOnAction(event -> open());
        button.textProperty().bind(name);
    }

    /** Shows the list, or hides it. */
    void open() {
        bubble.toggle(button, list);
    }

    /** Shows the list as it is after a choice. */
    void again() {
        bubble.show(list.get());
    }

    void hide() {
        bubble.hide();
    }

    /** One choice with a quiet line that explains it. */
    static VBox entry(RadioButton choice, String hint) {
        VBox entry = new VBox(choice, Bubble.quiet(hint));
        entry.getStyleClass().add("network-entry");
        return entry;
    }
}
