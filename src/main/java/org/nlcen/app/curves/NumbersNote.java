package org.nlcen.app.curves;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.PopOver;
import org.nlcen.app.base.Bubbles;

/**
 * What must be known to read the numbers: a button's tooltip, and a bubble for the keyboard and the finger. Below the table
 * it would lie out of sight in a small window.
 */
final class NumbersNote {
    private static final double WIDTH = 280;

    private final Tooltip tip = new Tooltip();
    private final Label text = new Label();
    private final PopOver bubble = Bubbles.make();

    NumbersNote(Button button) {
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        button.setTooltip(tip);
        text.setWrapText(true);
        text.setPrefWidth(WIDTH);
        StackPane padded = new StackPane(text);
        padded.getStyleClass().add("numbers-note");
        bubble.setContentNode(padded);
        bubble.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        button.setOnAction(event -> {
            if (bubble.isShowing()) {
                bubble.hide();
            } else {
                Bubbles.dress(bubble, button);
                bubble.show(button);
            }
        });
    }

    void say(String sentences) {
        text.setText(sentences);
        tip.setText(sentences);
    }
}
