package org.nlcen.app.tools;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Command;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.viewer.Foreground;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.OverlayModel.Outline;

/** What is drawn, how large the brush is, where to start from, and saving. */
final class DrawOptions extends HBox {
    private final DrawingModel drawing;
    private final OverlayModel overlay;
    private final Texts texts;

    DrawOptions(DrawingModel drawing, OverlayModel overlay, Command save, Texts texts) {
        this.drawing = drawing;
        this.overlay = overlay;
        this.texts = texts;
        getStyleClass().add("tool-options");
        Slider brush = new Slider(Math.log(DrawingModel.LEAST_BRUSH), Math.log(DrawingModel.MOST_BRUSH), 0);
        brush.setId("brushSize");
        brush.setPrefWidth(96);
        brush.setMinWidth(40);
        brush.setAccessibleText(texts.get("draw.brush"));
        brush.setTooltip(new Tooltip(texts.get("draw.brush")));
        brush.setValue(Math.log(drawing.brushProperty().get()));
        brush.valueProperty()
                .addListener((property, before, now) -> drawing.brushProperty().set(Math.exp(now.doubleValue())));
        drawing.brushProperty().addListener((property, before, now) -> brush.setValue(Math.log(now.doubleValue())));
        FontIcon dot = new FontIcon("mdi2c-circle-medium");
        dot.getStyleClass().add("muted-icon");
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(layers(), dot, brush, gap, more(), saveButton(save));
    }

    private HBox layers() {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Layer layer : Layer.values()) {
            ToggleButton button = new ToggleButton(texts.get("draw.layer." + layer));
            button.setId("draw-" + layer);
            button.setToggleGroup(group);
            button.getStyleClass().addAll("small", layer == Layer.TRUTH ? "left-pill" : "right-pill");
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(texts.get("draw.layerHint." + layer)));
            button.setSelected(drawing.layerProperty().get() == layer);
            button.setOnAction(event -> {
                button.setSelected(true);
                drawing.layerProperty().set(layer);
            });
            drawing.layerProperty().addListener((property, before, now) -> button.setSelected(now == layer));
            box.getChildren().add(button);
        }
        return box;
    }

    private MenuButton more() {
        MenuButton menu = new MenuButton(null, new FontIcon("mdi2d-dots-vertical"));
        menu.setId("drawMore");
        menu.getStyleClass().addAll("button-icon", "flat", "small", "rail-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText(texts.get("draw.more"));
        menu.setTooltip(new Tooltip(texts.get("draw.more")));
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (Outline outline : overlay.outlines()) {
                if (outline.foreground() instanceof Foreground.Probabilities answer) {
                    MenuItem item = new MenuItem(texts.get("draw.startFrom", outline.name()));
                    item.setMnemonicParsing(false);
                    item.setOnAction(action -> drawing.startFrom(answer.plane()));
                    menu.getItems().add(item);
                }
            }
            MenuItem clear = new MenuItem(texts.get("draw.clear"));
            clear.setOnAction(action -> drawing.clear());
            menu.getItems().addAll(new SeparatorMenuItem(), clear);
        });
        return menu;
    }

    private Button saveButton(Command save) {
        Button button = new Button(null, new FontIcon("mdi2c-content-save-outline"));
        button.setId("drawSave");
        button.getStyleClass().addAll("button-icon", "flat", "small");
        ToolRail.explain(button, save, texts);
        button.setOnAction(event -> save.run());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !save.enabled().get(), (Observable) save.enabled()));
        return button;
    }
}
