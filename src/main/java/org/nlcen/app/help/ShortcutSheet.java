package org.nlcen.app.help;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Command;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.commands.KeyText;

/** All keys and gestures on one sheet. */
public final class ShortcutSheet {
    private static final String[] GESTURES = {
        "window",
        "windowFine",
        "windowKeys",
        "pan",
        "zoom",
        "reset",
        "loupe",
        "measure",
        "nudge",
        "draw",
        "brush",
        "slider"
    };
    private static final double HEIGHT = 560;

    private ShortcutSheet() {}

    public static void show(Window owner, Commands commands, Texts texts) {
        GridPane sheet = new GridPane();
        sheet.getStyleClass().add("shortcut-sheet");
        int row = 0;
        for (String gesture : GESTURES) {
            add(sheet, row++, texts.get("gesture." + gesture + ".keys"), texts.get("gesture." + gesture));
        }
        for (Command command : commands.all()) {
            if (command.keys().isPresent()) {
                add(sheet, row++, KeyText.of(command.keys().get(), texts), texts.get("command." + command.id()));
            }
        }
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("command.shortcuts"));
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getStyleClass().add("viewer-root");
        dialog.show();
    }

    private static void add(GridPane sheet, int row, String keys, String text) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        sheet.addRow(row, key, new Label(text));
    }
}
