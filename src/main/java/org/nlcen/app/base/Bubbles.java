package org.nlcen.app.base;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.PopOver;

/** Bubbles in the look of the window they lie over. */
public final class Bubbles {
    private Bubbles() {}

    /** An empty bubble; dressed before it is shown. */
    public static PopOver make() {
        PopOver bubble = new PopOver();
        bubble.setAnimated(false);
        bubble.setDetachable(false);
        if (!Dress.transparentWindows()) {
            bubble.setArrowSize(0);
            bubble.setArrowIndent(0);
            bubble.setCornerRadius(0);
        }
        bubble.getRoot().getStyleClass().add(Dress.ROOT);
        return bubble;
    }

    /** Gives a bubble the sheets and the theme of the window of a node; before it is shown. */
    public static void dress(PopOver bubble, Node over) {
        Scene scene = over.getScene();
        StackPane root = bubble.getRoot();
        // the bubble's own sheet would come after the scene's and win
        List<String> sheets = scene.getStylesheets();
        root.getStylesheets().removeAll(sheets);
        root.getStylesheets().addAll(sheets);
        Dress.theme(scene.getWindow(), root);
    }
}
