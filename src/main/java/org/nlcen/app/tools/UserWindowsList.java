package org.nlcen.app.tools;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Bubbles;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.UserWindows;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.image.VoiTransform.Window;

/** The list in which the user's own windows are named, changed and removed. */
final class UserWindowsList {
    private final Windowing windowing;
    private final UserWindows user;
    private final Texts texts;
    private final PopOver bubble = Bubbles.make();

    UserWindowsList(Windowing windowing, UserWindows user, Texts texts) {
        this.windowing = windowing;
        this.user = user;
        this.texts = texts;
        bubble.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    void toggle(Node button) {
        if (bubble.isShowing()) {
            bubble.hide();
            return;
        }
        fill();
        Bubbles.dress(bubble, button);
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        bubble.show(button, bounds.getMinX() + bounds.getWidth() / 2, bounds.getMaxY());
    }

    private void fill() {
        VBox box = new VBox();
        box.getStyleClass().add("option-list");
        Label title = new Label(texts.get("tools.ownWindows"));
        title.getStyleClass().add("pane-title");
        box.getChildren().add(title);
        if (user.all().isEmpty()) {
            Label none = new Label(texts.get("tools.noWindows"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            box.getChildren().add(none);
        } else {
            box.getChildren().add(rows());
        }
        Button add = new Button(
                texts.get(
                        "tools.keepWindow",
                        texts.number(windowing.window().width(), windowing.decimals()),
                        texts.number(windowing.window().center(), windowing.decimals())),
                new FontIcon("mdi2p-plus"));
        add.setId("windowKeep");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> {
            String name = texts.get("tools.windowName", user.all().size() + 1);
            user.all()
                    .add(UserWindows.window(
                            name,
                            windowing.window().center(),
                            windowing.window().width()));
            fill();
        });
        box.getChildren().add(add);
        bubble.setContentNode(box);
    }

    private GridPane rows() {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("option-rows");
        rows.addRow(
                0, head("tools.windowNameHead"), head("tools.widthLetter"), head("tools.centerLetter"), new Label());
        for (int i = 0; i < user.all().size(); i++) {
            int place = i;
            Window window = user.all().get(i);
            TextField name = new TextField(window.name());
            name.setAccessibleText(texts.get("tools.windowNameHead"));
            name.setPrefColumnCount(10);
            Runnable rename = () -> change(place, name.getText(), null, null);
            name.setOnAction(event -> rename.run());
            name.focusedProperty().addListener((property, before, now) -> {
                if (!now) {
                    rename.run();
                }
            });
            int decimals = window.width() < 20 ? 2 : 0;
            NumberField width = new NumberField(texts, value -> change(place, null, null, value));
            width.setAccessibleText(texts.get("tools.width"));
            width.show(window.width(), decimals, 1);
            NumberField center = new NumberField(texts, value -> change(place, null, value, null));
            center.setAccessibleText(texts.get("tools.center"));
            center.show(window.center(), decimals, 1);
            Button remove = new Button(null, new FontIcon("mdi2d-delete-outline"));
            remove.getStyleClass().addAll("button-icon", "flat", "small");
            remove.setAccessibleText(texts.get("tools.removeWindow", window.name()));
            remove.setTooltip(new Tooltip(texts.get("tools.removeWindow", window.name())));
            remove.setOnAction(event -> {
                user.all().remove(place);
                fill();
            });
            rows.addRow(place + 1, name, width, center, remove);
        }
        return rows;
    }

    private Label head(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }

    private void change(int place, String name, Double center, Double width) {
        if (place < user.all().size()) {
            Window old = user.all().get(place);
            Window changed = UserWindows.window(
                    name == null ? old.name() : name,
                    center == null ? old.center() : center,
                    width == null ? old.width() : width);
            if (!changed.equals(old)) {
                user.all().set(place, changed);
            }
        }
    }
}
