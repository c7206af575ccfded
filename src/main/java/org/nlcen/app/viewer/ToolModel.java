package org.nlcen.app.viewer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which tool is in the hand. */
public final class ToolModel {
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.WINDOW);

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    public Tool tool() {
        return tool.get();
    }

    /** Takes a tool; the one that is already in the hand is put back, which leaves windowing. */
    public void toggle(Tool wanted) {
        tool.set(tool.get() == wanted ? Tool.WINDOW : wanted);
    }
}
