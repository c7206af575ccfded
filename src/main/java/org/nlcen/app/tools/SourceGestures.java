package org.nlcen.app.tools;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

import org.nlcen.app.drawing.DrawingEditor;
import org.nlcen.app.measure.MeasureEditor;
import org.nlcen.app.viewer.Gestures;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.Touch;

/** Shares the source pane's left button between drawing and measuring. */
record SourceGestures(DrawingEditor drawing, MeasureEditor measuring, ToolModel tools) implements Gestures {

    private Gestures hand() {
        return tools.tool().family() == Family.DRAW ? drawing : measuring;
    }

    @Override
    public boolean press(Touch touch) {
        return hand().press(touch);
    }

    @Override
    public void drag(Touch touch) {
        hand().drag(touch);
    }

    @Override
    public void release(Touch touch) {
        hand().release(touch);
    }

    @Override
    public Cursor move(Touch touch) {
        return hand().move(touch);
    }

    @Override
    public void exit() {
        drawing.exit();
        measuring.exit();
    }

    @Override
    public boolean key(KeyCode code, boolean shift, boolean control) {
        return drawing.key(code, shift, control) || measuring.key(code, shift, control);
    }
}
