package org.nlcen.app.tools;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.PopOver;

/** Bubbles in the look of the window they lie over. */
final class Bubbles {
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
    private static final String ROOT = "viewer-root";

    private Bubbles() {}

    static PopOver make() {
        PopOver bubble = new PopOver();
        bubble.setAnimated(false);
        bubble.setDetachable(false);
        bubble.getRoot().getStyleClass().add(ROOT);
        return bubble;
    }

    /** Gives a bubble the sheets and the theme of the window of a node; before it is shown. */
    static void dress(PopOver bubble, Node over) {
        Scene scene = over.getScene();
        StackPane root = bubble.getRoot();
        // the bubble's own sheet would come after the scene's and win
        List<String> sheets = scene.getStylesheets();
        root.getStylesheets().removeAll(sheets);
        root.getStylesheets().addAll(sheets);
        root.pseudoClassStateChanged(
                LIGHT, scene.getRoot().getPseudoClassStates().contains(LIGHT));
    }
}
