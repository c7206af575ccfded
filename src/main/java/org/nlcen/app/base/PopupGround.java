package org.nlcen.app.base;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Where windows cannot be transparent, popups stand on the theme's colour: a part of a pixel at their edge would be white. */
public final class PopupGround {
    private static final Color DARK = Color.web("#161a20");
    private static final Color LIGHT = Color.WHITE;

    private final ListChangeListener<Window> listener;

    /** Works as long as it is kept. */
    public PopupGround(ObservableBooleanValue light) {
        listener = change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(PopupWindow.class::isInstance)
                        .forEach(popup -> popup.getScene().setFill(light.get() ? LIGHT : DARK));
            }
        };
        Window.getWindows().addListener(new WeakListChangeListener<>(listener));
    }
}
