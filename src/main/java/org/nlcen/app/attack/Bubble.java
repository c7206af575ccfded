package org.nlcen.app.attack;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

/** A list of choices that hangs below a button. */
final class Bubble {
    private static final double MOST_HEIGHT = 560;

    private final PopOver popOver = new PopOver();

    Bubble() {
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        popOver.setDetachable(false);
    }

    /** Shows what {@code content} makes below a button, or hides it. */
    void toggle(Node button, Supplier<VBox> content) {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        show(content.get());
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        popOver.show(button, bounds.getMinX() + bounds.getWidth() / 2, bounds.getMaxY());
    }

    /** Replaces what is shown. */
    void show(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_HEIGHT);
        popOver.setContentNode(scroll);
    }

    void hide() {
        popOver.hide();
    }

    /** An empty list with a title. */
    static VBox list(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("pane-title");
        VBox list = new VBox(head);
        list.getStyleClass().addAll("viewer-root", "network-list");
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
