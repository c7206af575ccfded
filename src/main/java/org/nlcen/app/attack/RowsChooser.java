package org.nlcen.app.attack;

import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

import org.nlcen.app.base.Texts;

/** Switches the rows of the bench on and off; the menu stays open for more than one. */
final class RowsChooser {
    RowsChooser(MenuButton button, BenchRows rows, Texts texts) {
        for (BenchRow row : BenchRow.values()) {
            CheckBox box = new CheckBox(texts.get("row." + row));
            box.setSelected(rows.shown().contains(row));
            box.setOnAction(event -> {
                rows.show(row, box.isSelected());
                box.setSelected(rows.shown().contains(row));
            });
            rows.shownProperty().addListener((property, before, now) -> box.setSelected(now.contains(row)));
            button.getItems().add(new CustomMenuItem(box, false));
        }
    }
}
