package org.nlcen.app.attack;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;

/**
 * One network's line on the slider's track: pale up to the epsilon its shared steps reach, with a full mark at each
 * epsilon that is finished.
 */
final class BufferBar extends Region {
    private static final double PALE = 0.38;

    private final ColumnModel column;
    private final Region track = new Region();
    private final Region reach = new Region();
    private final Path marks = new Path();
    private final ChangeListener<Object> listener = (value, before, now) -> requestLayout();
    private final WeakChangeListener<Object> weak = new WeakChangeListener<>(listener);
    private final ChangeListener<Object> painted = (value, before, now) -> colour();
    private final WeakChangeListener<Object> weakColour = new WeakChangeListener<>(painted);

    BufferBar(ColumnModel column) {
        this.column = column;
        setMouseTransparent(true);
        track.getStyleClass().add("buffer-track");
        reach.setOpacity(PALE);
        marks.setManaged(false);
        marks.setStrokeLineCap(StrokeLineCap.BUTT);
        getChildren().addAll(track, reach, marks);
        column.reachProperty().addListener(weak);
        column.countProperty().addListener(weak);
        column.colourProperty().addListener(weakColour);
        colour();
    }

    private void colour() {
        reach.setStyle("-fx-background-radius: 3; -fx-background-color: " + Palette.web(column.colour()) + ";");
        marks.setStroke(column.colour());
    }

    void dispose() {
        column.reachProperty().removeListener(weak);
        column.countProperty().removeListener(weak);
        column.colourProperty().removeListener(weakColour);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        track.resizeRelocate(0, 0, width, height);
        reach.resizeRelocate(0, 0, width * column.reachProperty().get() / EpsilonScale.MAX, height);
        marks.setStrokeWidth(height);
        marks.getElements().clear();
        double half = width / EpsilonScale.MAX * EpsilonScale.STEP;
        for (double epsilon : column.computed()) {
            double x = epsilon / EpsilonScale.MAX * width;
            marks.getElements().add(new MoveTo(Math.max(0, x - half + 1), height / 2));
            marks.getElements().add(new LineTo(Math.min(width, x + half - 1), height / 2));
        }
    }
}
