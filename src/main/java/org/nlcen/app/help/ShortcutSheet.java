package org.nlcen.app.help;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import org.nlcen.app.base.Panels;
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
    private static final double WIDTH = 640;
    private static final double HEIGHT = 620;
    private static final double KEYS_PERCENT = 42;

    private ShortcutSheet() {}

    public static void show(Panels panels, Commands commands, Texts texts) {
        panels.show("shortcuts", texts.get("command.shortcuts"), Panels.Kind.BESIDE, WIDTH, HEIGHT, () -> {
            ScrollPane scroll = new ScrollPane(sheet(commands, texts));
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("panel-scroll");
            return scroll;
        });
    }

    private static GridPane sheet(Commands commands, Texts texts) {
        GridPane sheet = new GridPane();
        sheet.getStyleClass().add("shortcut-sheet");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setPercentWidth(KEYS_PERCENT);
        sheet.getColumnConstraints().add(keys);
        int row = 0;
        for (String gesture : GESTURES) {
            add(sheet, row++, texts.get("gesture." + gesture + ".keys"), texts.get("gesture." + gesture));
        }
        for (Command command : commands.all()) {
            if (command.keys().isPresent()) {
                add(sheet, row++, KeyText.of(command.keys().get(), texts), texts.get("command." + command.id()));
            }
        }
        return sheet;
    }

    private static void add(GridPane sheet, int row, String keys, String text) {
        Label key = wrapped(keys);
        key.getStyleClass().add("key");
        sheet.addRow(row, key, wrapped(text));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
