package org.nlcen.app.drawing;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

import org.nlcen.app.drawing.DrawingEditor.Trace;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.viewer.Foreground;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.app.viewer.Painter;
import org.nlcen.app.viewer.TintPainter;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.image.MaskCanvas;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** Shows the brush and the outline being made; what is drawn becomes part of the picture. */
public final class DrawingLayer extends Pane {
    private static final int TRUTH = 0xffffffff;
    private static final int GOAL = 0xffff6bd6;
    private static final double OPACITY = 0.28;

    private final ImagePane pane;
    private final DrawingEditor editor;
    private final DrawingModel model;
    private final ToolModel tools;
    private final Circle rim = new Circle();
    private final Circle brush = new Circle();
    private final Polyline shadow = new Polyline();
    private final Polyline outline = new Polyline();

    public DrawingLayer(ImagePane pane, DrawingEditor editor, DrawingModel model, ToolModel tools) {
        this.pane = pane;
        this.editor = editor;
        this.model = model;
        this.tools = tools;
        setMouseTransparent(true);
        rim.setFill(null);
        rim.setStroke(Color.gray(0, 0.7));
        rim.setStrokeWidth(3);
        brush.setFill(null);
        brush.setStrokeWidth(1.2);
        shadow.setStroke(Color.gray(0, 0.7));
        shadow.setStrokeWidth(3.2);
        outline.setStrokeWidth(1.4);
        getChildren().addAll(shadow, outline, rim, brush);
        getChildren().forEach(node -> node.setManaged(false));
        editor.traceProperty().addListener((property, before, now) -> place());
        model.brushProperty().addListener((property, before, now) -> place());
        model.layerProperty().addListener((property, before, now) -> place());
        pane.afterPaint(look -> place());
        place();
    }

    /** The picture with what is drawn over it, while a drawing tool is in the hand. */
    public Painter over(Painter picture) {
        boolean drawing = tools.tool().family() == Family.DRAW;
        MaskCanvas canvas = drawing ? model.canvas().orElse(null) : null;
        return canvas == null
                ? picture
                : new TintPainter(
                        picture,
                        new Foreground.Pixels(canvas.width(), canvas.height(), canvas::get),
                        argb(),
                        OPACITY,
                        true);
    }

    private int argb() {
        return model.layerProperty().get() == Layer.TRUTH ? TRUTH : GOAL;
    }

    private void place() {
        Trace trace = editor.traceProperty().get();
        ViewTransform look = pane.look();
        Color colour = model.layerProperty().get() == Layer.TRUTH ? Color.WHITE : Color.web("#ff6bd6");
        brush.setVisible(trace.pointer().isPresent());
        rim.setVisible(trace.pointer().isPresent());
        trace.pointer().ifPresent(at -> {
            for (Circle circle : new Circle[] {rim, brush}) {
                circle.setCenterX(at.x());
                circle.setCenterY(at.y());
                circle.setRadius(model.brushProperty().get() / 2);
            }
            brush.setStroke(colour);
        });
        outline.setStroke(colour);
        outline.getPoints().clear();
        if (look != null) {
            for (Point point : trace.outline()) {
                Point at = look.toScreen(point);
                outline.getPoints().addAll(at.x(), at.y());
            }
        }
        shadow.getPoints().setAll(outline.getPoints());
    }
}
