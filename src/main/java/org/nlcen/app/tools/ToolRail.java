package org.nlcen.app.tools;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Command;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.commands.KeyText;
import org.nlcen.app.viewer.Tool;
import org.nlcen.app.viewer.ToolModel;

/** The tools at the left edge of the source pane. */
final class ToolRail extends VBox {
    private static final Map<Tool, String> ICONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Tool.WINDOW, "mdi2c-circle-half-full"),
            Map.entry(Tool.PAN, "mdi2c-cursor-move"),
            Map.entry(Tool.ZOOM, "mdi2m-magnify-plus-outline"),
            Map.entry(Tool.LOUPE, "mdi2m-magnify-scan"),
            Map.entry(Tool.DISTANCE, "mdi2r-ruler"),
            Map.entry(Tool.ANGLE, "mdi2a-angle-acute"),
            Map.entry(Tool.ELLIPSE, "mdi2e-ellipse-outline"),
            Map.entry(Tool.POLYGON, "mdi2v-vector-polygon"),
            Map.entry(Tool.FREEHAND, "mdi2l-lasso"),
            Map.entry(Tool.PROBE, "mdi2c-crosshairs"),
            Map.entry(Tool.BRUSH, "mdi2b-brush"),
            Map.entry(Tool.ERASER, "mdi2e-eraser"),
            Map.entry(Tool.REGION, "mdi2s-shape-polygon-plus"),
            Map.entry(Tool.FILL, "mdi2f-format-color-fill")));

    /**
     * @param after what happens after a tool was taken with the rail
     * @param foot what stands at its foot
     */
    ToolRail(ToolModel tools, Commands commands, Texts texts, Runnable after, List<Node> foot) {
        getStyleClass().add("tool-rail");
        Tool before = null;
        for (Tool tool : Tool.values()) {
            if (before != null && before.family() != tool.family()) {
                getChildren().add(rule());
            }
            before = tool;
            ToggleButton button = new ToggleButton(null, new FontIcon(ICONS.get(tool)));
            button.setId("tool-" + tool);
            button.getStyleClass().addAll("button-icon", "flat");
            explain(button, commands.get(ToolCommands.id(tool)), texts);
            button.setSelected(tools.tool() == tool);
            button.setOnAction(event -> {
                tools.toolProperty().set(tool);
                button.setSelected(true);
                after.run();
            });
            tools.toolProperty().addListener((property, old, now) -> button.setSelected(now == tool));
            getChildren().add(button);
        }
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        getChildren().addAll(foot);
    }

    /** Gives a button the name and the keys of its command. */
    static void explain(ButtonBase button, Command command, Texts texts) {
        String title = texts.get("command." + command.id());
        button.setAccessibleText(title);
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> title + KeyText.after(command.keys(), texts), command.binding()));
        button.setTooltip(tip);
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rail-rule");
        return rule;
    }
}
