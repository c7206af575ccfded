package org.nlcen.app.base;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The few shapes that windows beside the main one are made of. */
public final class Rows {
    private Rows() {}

    /** A text that breaks into lines. */
    public static Label text(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Button button(String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The row of buttons at a window's foot, the last one for what is most likely wanted. */
    public static HBox foot(Node... buttons) {
        HBox foot = new HBox(buttons);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    /** Content that may be longer than its window, above a foot. */
    public static VBox page(Region content, HBox foot) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("panel-scroll");
        content.getStyleClass().add("panel-body");
        VBox page = new VBox(scroll, foot);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return page;
    }

    /** Lines one below the other. */
    public static VBox lines(List<? extends Node> lines) {
        VBox box = new VBox();
        box.getChildren().setAll(lines);
        box.getStyleClass().add("panel-lines");
        return box;
    }
}
