package org.nlcen.app.base;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Focus that keys other than Tab moved: JavaFX marks it as one to be seen only where Tab did. */
public final class Keyed {
    private static final PseudoClass KEYED = PseudoClass.getPseudoClass("keyed");

    private Keyed() {}

    /** Gives a node the keyboard and, as long as it has it, the ring that shows it. */
    public static void focus(Node node) {
        node.requestFocus();
        node.pseudoClassStateChanged(KEYED, true);
        node.focusedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
                node.pseudoClassStateChanged(KEYED, false);
                node.focusedProperty().removeListener(this);
            }
        });
    }
}
