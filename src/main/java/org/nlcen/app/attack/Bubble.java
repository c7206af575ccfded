package org.nlcen.app.attack;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.nlcen.app.base.Bubbles;

/** A list of choices that hangs below a button. */
final class Bubble {
    private static final double MOST_HEIGHT = 560;

    private static final double WIDTH = 432;

    private final PopOver popOver = Bubbles.make();
    private VBox shown;
    private ScrollPane box;

    Bubble() {
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    /** Shows what {@code content} makes below a button, or hides it. */
    void toggle(Node button, Supplier<VBox> content) {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        show(content.get());
        Bubbles.dress(popOver, button);
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        popOver.show(button, bounds.getMinX() + bounds.getWidth() / 2, bounds.getMaxY());
    }

    /** Replaces what is shown. */
    void show(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        // from the first: one too tall for the screen would be shown over its button
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        popOver.setContentNode(scroll);
        shown = content;
        box = scroll;
        fit();
    }

    /** Makes the list as tall as what is in it, once that is laid out: how tall wrapped lines are is not known before. */
    void fit() {
        Platform.runLater(() -> {
            box.setPrefHeight(Math.min(MOST_HEIGHT, Math.ceil(shown.prefHeight(WIDTH)) + 2));
            if (popOver.isShowing()) {
                popOver.sizeToScene();
            }
        });
    }

    void hide() {
        popOver.hide();
    }

    /** An empty list with a title. */
    static VBox list(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("pane-title");
        VBox list = new VBox(head);
        list.getStyleClass().add("network-list");
        return list;
    }

    /** A quiet line that wraps. */
    static Label quiet(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }
}
