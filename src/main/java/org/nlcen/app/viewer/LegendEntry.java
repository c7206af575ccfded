package org.nlcen.app.viewer;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;

import org.nlcen.app.viewer.OverlayModel.Outline;

/** One line of the legend of outlines. */
final class LegendEntry extends HBox {
    private static final double LENGTH = 16;
    private static final double DASH = 4;
    private static final double GAP = 8;

    private final Label name = new Label();
    private final Label detail = new Label();
    private final Line sample = new Line(0, 0, LENGTH, 0);

    LegendEntry() {
        super(GAP);
        getStyleClass().add("legend-entry");
        detail.getStyleClass().addAll("number", "muted");
        sample.setStrokeWidth(2.5);
        getChildren().addAll(name, detail, sample);
    }

    void show(Outline outline) {
        name.setText(outline.name());
        detail.setText(outline.detail());
        sample.setStroke(outline.color());
        sample.getStrokeDashArray().clear();
        if (outline.truth()) {
            sample.getStrokeDashArray().setAll(DASH, DASH);
        }
    }
}
