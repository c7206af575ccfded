package org.nlcen.app.base;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** A sentence or two in a window that waits to be closed. */
public final class Message {
    private static final double WIDTH = 420;

    private Message() {}

    public static void show(Window owner, Texts texts, String title, String text) {
        Label head = new Label(title);
        head.getStyleClass().add("dialog-head");
        head.setWrapText(true);
        Label body = new Label(text);
        body.setWrapText(true);
        body.setId("messageText");
        VBox box = new VBox(head, body);
        box.getStyleClass().add("dialog-box");
        box.setPrefWidth(WIDTH);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.getDialogPane().setContent(box);
        dialog.getDialogPane()
                .getButtonTypes()
                .add(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Dress.as(owner, dialog.getDialogPane());
        dialog.show();
    }
}
