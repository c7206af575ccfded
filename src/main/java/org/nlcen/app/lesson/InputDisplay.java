package org.nlcen.app.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.KeyText;

/** Shows the keys and mouse buttons that are pressed, large, for an audience. */
public final class InputDisplay {
    private static final Duration STAYS = Duration.millis(1400);
    private static final double FROM_EDGE = 24;
    private static final double FROM_BOTTOM = 140;

    private final PresenterModel presenter;
    private final Texts texts;
    private final StackPane root;
    private final Label keys = new Label();
    private final Label mouse = new Label("", new FontIcon("mdi2m-mouse"));
    private final HBox box = new HBox(mouse, keys);
    private final PauseTransition rest = new PauseTransition(STAYS);

    /** @param root what covers the whole window */
    public InputDisplay(PresenterModel presenter, Texts texts, StackPane root) {
        this.presenter = presenter;
        this.texts = texts;
        this.root = root;
        box.getStyleClass().add("input-display");
        box.setMouseTransparent(true);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_LEFT);
        StackPane.setMargin(box, new Insets(0, 0, FROM_BOTTOM, FROM_EDGE));
        rest.setOnFinished(event -> hide());
        presenter.onProperty().addListener((property, before, now) -> {
            root.getChildren().remove(box);
            if (now) {
                hide();
                root.getChildren().add(box);
            }
        });
    }

    /** Watches a scene from now on. */
    public void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // what is typed into a field is seen there
            boolean typing = scene.getFocusOwner() instanceof TextInputControl && !event.isShortcutDown();
            if (presenter.on() && !typing && !event.getCode().isModifierKey()) {
                show(keys, keys(event, texts));
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> mouse(event, "press"));
        scene.addEventFilter(MouseEvent.DRAG_DETECTED, event -> mouse(event, "drag"));
        scene.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (presenter.on() && event.getDeltaY() != 0) {
                show(mouse, texts.get("input.wheel"));
            }
        });
    }

    private void mouse(MouseEvent event, String what) {
        if (presenter.on()) {
            show(mouse, mouse(event, what, texts));
        }
    }

    private void show(Label label, String text) {
        if (!box.isVisible()) {
            keys.setText("");
            mouse.setText("");
        }
        label.setText(text);
        for (Label each : List.of(keys, mouse)) {
            each.setVisible(!each.getText().isEmpty());
            each.setManaged(each.isVisible());
        }
        box.setVisible(true);
        rest.playFromStart();
    }

    private void hide() {
        box.setVisible(false);
    }

    /** A key with what is held down with it. */
    static String keys(KeyEvent event, Texts texts) {
        List<String> words = new ArrayList<>();
        if (event.isControlDown() || event.isMetaDown()) {
            words.add(texts.get("key.control"));
        }
        if (event.isAltDown()) {
            words.add(texts.get("key.alt"));
        }
        if (event.isShiftDown()) {
            words.add(texts.get("key.shift"));
        }
        words.add(KeyText.of(event.getCode(), texts));
        return String.join(" + ", words);
    }

    /** A mouse button with what is held down with it. */
    static String mouse(MouseEvent event, String what, Texts texts) {
        List<String> words = new ArrayList<>();
        if (event.isControlDown()) {
            words.add(texts.get("key.control"));
        }
        if (event.isShiftDown()) {
            words.add(texts.get("key.shift"));
        }
        boolean twice = what.equals("press") && event.getClickCount() == 2;
        String button = event.getButton().name();
        words.add(texts.get("input." + button, texts.get("input." + (twice ? "twice" : what))));
        return String.join(" + ", words);
    }
}
