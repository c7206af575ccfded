package org.nlcen.app.tools;

import java.util.Map;
import javafx.beans.binding.Bindings;

import org.nlcen.app.commands.Commands;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.measure.MeasureModel;
import org.nlcen.app.viewer.History;
import org.nlcen.app.viewer.Links;
import org.nlcen.app.viewer.Tool;

/** Commands of the tools. */
public final class ToolCommands {
    private static final String MENU = "tools";
    private static final int PRESETS = 9;
    private static final double BRUSH_STEP = 1.25;
    private static final Map<Tool, String> KEYS = Map.ofEntries(
            Map.entry(Tool.WINDOW, "W"),
            Map.entry(Tool.PAN, "G"),
            Map.entry(Tool.ZOOM, "Z"),
            Map.entry(Tool.LOUPE, "M"),
            Map.entry(Tool.DISTANCE, "L"),
            Map.entry(Tool.ANGLE, "A"),
            Map.entry(Tool.ELLIPSE, "E"),
            Map.entry(Tool.POLYGON, "Y"),
            Map.entry(Tool.FREEHAND, "Shift+Y"),
            Map.entry(Tool.PROBE, "Q"),
            Map.entry(Tool.BRUSH, "B"),
            Map.entry(Tool.ERASER, "X"),
            Map.entry(Tool.REGION, "Shift+B"),
            Map.entry(Tool.FILL, "Shift+X"));

    private ToolCommands() {}

    /** Id of the command that takes a tool. */
    static String id(Tool tool) {
        return "tool." + tool;
    }

    /** Taking tools, one key each; taking back, doing again and removing. */
    public static void addTools(Commands commands, ToolDesk desk, Runnable save) {
        Tool before = null;
        for (Tool tool : Tool.values()) {
            if (before != null && before.family() != tool.family()) {
                commands.separator();
            }
            before = tool;
            commands.add(
                    MENU, id(tool), KEYS.get(tool), () -> desk.panes().tools().toggle(tool));
        }
        commands.separator();
        addDrawing(commands, desk.drawing(), save);
        addEditing(commands, desk.history(), desk.measures());
    }

    private static void addDrawing(Commands commands, DrawingModel drawing, Runnable save) {
        commands.add(MENU, "brushLarger", "Shift+PERIOD", () -> drawing.scaleBrush(BRUSH_STEP));
        commands.add(MENU, "brushSmaller", "Shift+COMMA", () -> drawing.scaleBrush(1 / BRUSH_STEP));
        commands.add(MENU, "drawGoal", "", () -> {
            boolean truth = drawing.layerProperty().get() == Layer.TRUTH;
            drawing.layerProperty().set(truth ? Layer.GOAL : Layer.TRUTH);
        });
        commands.add(MENU, "saveTruth", "Shortcut+Shift+S", drawing.unsavedProperty(), save);
    }

    private static void addEditing(Commands commands, History history, MeasureModel measures) {
        commands.separator();
        commands.add(MENU, "undo", "Shortcut+Z", history.canUndoProperty(), history::undo);
        commands.add(MENU, "redo", "Shortcut+Shift+Z", history.canRedoProperty(), history::redo);
        commands.add(
                MENU,
                "deleteMeasurement",
                "DELETE",
                Bindings.createBooleanBinding(
                        () -> measures.selected().isPresent(), measures.selectedProperty(), measures.allProperty()),
                measures::removeSelected);
        commands.add(
                MENU,
                "clearMeasurements",
                "Shift+DELETE",
                Bindings.createBooleanBinding(() -> !measures.all().isEmpty(), measures.allProperty()),
                measures::clear);
    }

    /** Windows on the number keys. */
    public static void addPresets(Commands commands, Links links) {
        for (int place = 1; place <= PRESETS; place++) {
            int preset = place - 1;
            commands.add("presets", "preset" + place, String.valueOf(place), () -> links.active()
                    .windowing()
                    .choose(preset));
        }
    }
}
