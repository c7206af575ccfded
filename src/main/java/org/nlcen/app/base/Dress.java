package org.nlcen.app.base;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Gives further windows the look of the one they belong to: its style sheets, its colours, light or dark. */
public final class Dress {
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
    static final String ROOT = "viewer-root";

    private Dress() {}

    /**
     * Whether the desktop can show what lies beneath a window. Where it cannot, the room that shadows and round corners take
     * would be white.
     */
    public static boolean transparentWindows() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
    }

    /** Dresses a dialog that belongs to {@code owner}. */
    public static void as(Window owner, DialogPane pane) {
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        colours(owner, pane);
    }

    /** Lets the user resize a dialog: from when it is shown, as on Linux it would come up without its size else. */
    public static void resizable(Dialog<?> dialog) {
        dialog.setOnShown(event -> dialog.setResizable(true));
    }

    /** Dresses a window of its own that belongs to {@code owner}, and lets it follow the theme from then on. */
    public static void as(Window owner, Scene scene) {
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        Parent root = scene.getRoot();
        colours(owner, root);
        ObservableSet<PseudoClass> states = owner.getScene().getRoot().getPseudoClassStates();
        states.addListener((SetChangeListener<PseudoClass>) change -> theme(owner, root));
        // kept with the scene: a set that only listeners know is collected with them
        scene.getProperties().put(Dress.class, states);
    }

    /** Dresses what lies in a popup over {@code owner}. */
    public static void popup(Window owner, Parent box) {
        box.getStylesheets().setAll(owner.getScene().getStylesheets());
        theme(owner, box);
    }

    static void theme(Window owner, Parent root) {
        root.pseudoClassStateChanged(
                LIGHT, owner.getScene().getRoot().getPseudoClassStates().contains(LIGHT));
    }

    private static void colours(Window owner, Parent root) {
        root.getStyleClass().add(ROOT);
        theme(owner, root);
    }
}
