package org.nlcen.app.tools;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.measure.MeasureModel;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;

/** How the measuring tool in the hand is used, and how measurements are removed. */
final class MeasureOptions extends HBox {
    MeasureOptions(MeasureModel measures, ToolModel tools, Texts texts) {
        getStyleClass().add("tool-options");
        Label hint = new Label();
        hint.getStyleClass().addAll("muted", "small-text");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        setHgrow(hint, Priority.ALWAYS);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Tool tool = tools.tool();
                            return tool.family() == Family.MEASURE ? texts.get("measure.hint." + tool) : "";
                        },
                        tools.toolProperty()));
        Button remove = button("mdi2d-delete-outline", texts.get("command.deleteMeasurement"));
        remove.setId("measureDelete");
        remove.setOnAction(event -> measures.removeSelected());
        remove.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> measures.selected().isEmpty(), measures.selectedProperty(), measures.allProperty()));
        Button clear = button("mdi2d-delete-sweep-outline", texts.get("command.clearMeasurements"));
        clear.setOnAction(event -> measures.clear());
        clear.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> measures.all().isEmpty(), measures.allProperty()));
        getChildren().addAll(hint, remove, clear);
    }

    private static Button button(String icon, String title) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(title);
        button.setTooltip(new Tooltip(title));
        return button;
    }
}
