package org.nlcen.app.base;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** A question before something that cannot be taken back; what Return would do is to leave it. */
public final class Question {
    private Question() {}

    /**
     * Waits for the answer.
     *
     * @param yes what the button says that goes ahead
     * @return whether to go ahead
     */
    public static boolean ask(Window owner, Texts texts, String title, String question, String yes) {
        ButtonType ahead = new ButtonType(yes, ButtonData.APPLY);
        ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, question, ahead, cancel);
        alert.initOwner(owner);
        alert.setTitle(title);
        Dress.as(owner, alert.getDialogPane());
        return alert.showAndWait().filter(ahead::equals).isPresent();
    }
}
