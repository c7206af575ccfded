package org.nlcen.app.viewer;

import javafx.beans.value.ObservableNumberValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

import org.nlcen.app.viewer.OverlayModel.Outline;

/** One line of the legend of outlines. */
final class LegendEntry extends HBox {
    private static final double LENGTH = 16;
    private static final double DASH = 4;
    private static final double GAP = 8;
    private static final double LINE = 2.5;
    private static final double SURFACE = 9;
    private static final double HIDDEN = 0.45;

    private final Label name = new Label();
    private final Label detail = new Label();
    private final Line sample = new Line(0, 0, LENGTH, 0);

    /** @param most width of a name in points; longer ones end in dots */
    LegendEntry(ObservableNumberValue most) {
        super(GAP);
        name.maxWidthProperty().bind(most);
        getStyleClass().add("legend-entry");
        detail.getStyleClass().addAll("number", "muted");
        sample.setStrokeLineCap(StrokeLineCap.BUTT);
        getChildren().addAll(name, detail, sample);
    }

    /** @param detailed whether there is room for the quieter word */
    void show(Outline outline, Color color, OverlayStyle style, boolean detailed) {
        detail.setVisible(detailed);
        detail.setManaged(detailed);
        name.setText(outline.name());
        detail.setText(outline.detail());
        setOpacity(style.visible() ? 1 : HIDDEN);
        sample.setStroke(color);
        sample.setStrokeWidth(style.filled() ? SURFACE : LINE);
        sample.getStrokeDashArray().clear();
        if (outline.truth() && !style.filled()) {
            sample.getStrokeDashArray().setAll(DASH, DASH);
        }
    }
}
