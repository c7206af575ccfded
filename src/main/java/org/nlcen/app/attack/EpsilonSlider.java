package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * A slider for epsilon whose track shows, network by network, how much is computed already, as a video's buffer bar does.
 */
public final class EpsilonSlider extends Region {
    private static final double BAR = 5;
    private static final double GAP = 3;
    /** What all bars may take together: with many networks each is thinner, and the dock stays as tall. */
    private static final double BARS_MOST = 56;

    private static final double KNOB = 16;
    private static final double WEAK = 10;
    private static final double LABELS = 16;
    private static final int LABEL_STEP = 4;

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private CompareModel compare = new CompareModel();
    private final Handle weakKnob = new Handle(() -> compare.weak(), EpsilonScale.MAX);
    private boolean movesWeak;
    private final Region groove = new Region();
    private final Region line = new Region();
    private final Region knob = new Region();
    private final List<BufferBar> bars = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private Runnable touched = () -> {};

    public EpsilonSlider() {
        getStyleClass().add("epsilon-slider");
        groove.getStyleClass().add("groove");
        line.getStyleClass().add("line");
        knob.getStyleClass().add("knob");
        for (int at = 0; at <= EpsilonScale.MAX; at += LABEL_STEP) {
            Label label = new Label(String.valueOf(at));
            label.getStyleClass().add("scale-label");
            label.setMouseTransparent(true);
            labels.add(label);
        }
        weakKnob.getStyleClass().add("weak-knob");
        weakKnob.setVisible(false);
        for (Region part : List.of(groove, line, knob, weakKnob)) {
            part.setMouseTransparent(true);
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        fill();
        value.addListener((property, before, now) -> {
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setOnMousePressed(this::press);
        setOnMouseDragged(this::grab);
        setOnKeyPressed(this::step);
        weakKnob.setFocusTraversable(true);
        weakKnob.setOnKeyPressed(this::stepWeak);
        setOnScroll(this::roll);
    }

    /** 0 to 32 in steps of one half. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** Gives the slider a second, smaller handle for the weaker of two strengths, shown while two are compared. */
    public void compare(CompareModel model, String name) {
        compare = model;
        weakKnob.setAccessibleText(name);
        weakKnob.visibleProperty().bind(model.onProperty());
        model.weakProperty().addListener((property, before, now) -> {
            requestLayout();
            weakKnob.moved();
        });
        model.onProperty().addListener((property, before, now) -> requestLayout());
    }

    /** Called when the user takes hold of the slider. */
    public void onTouched(Runnable action) {
        touched = action;
    }

    /** Shows a bar for each of these networks. */
    public void columns(List<ColumnModel> columns) {
        bars.forEach(BufferBar::dispose);
        bars.clear();
        columns.forEach(column -> bars.add(new BufferBar(column)));
        fill();
        requestLayout();
    }

    private void fill() {
        getChildren().setAll(groove);
        getChildren().addAll(bars);
        getChildren().addAll(labels);
        getChildren().addAll(line, weakKnob, knob);
    }

    private void press(MouseEvent event) {
        double toWeak = Math.abs(event.getX() - xOf(compare.weak()));
        double toStrong = Math.abs(event.getX() - xOf(value.get()));
        movesWeak = compare.on() && (event.getY() > labelTop() - 2 || toWeak < toStrong && toWeak < KNOB);
        grab(event);
    }

    private void grab(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            (movesWeak ? weakKnob : this).requestFocus();
            touched.run();
            double part = (event.getX() - trackLeft()) / trackWidth();
            double wanted = EpsilonScale.snap(part * EpsilonScale.MAX);
            if (movesWeak) {
                compare.weakProperty().set(wanted);
            } else {
                value.set(wanted);
            }
            event.consume();
        }
    }

    private void roll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            move(Math.signum(event.getDeltaY()) * EpsilonScale.STEP);
            event.consume();
        }
    }

    private void step(KeyEvent event) {
        double fine = event.isShiftDown() ? 4 : EpsilonScale.STEP;
        switch (event.getCode()) {
            case LEFT, DOWN -> move(-fine);
            case RIGHT, UP -> move(fine);
            case PAGE_DOWN -> move(-4);
            case PAGE_UP -> move(4);
            case HOME -> move(-EpsilonScale.MAX);
            case END -> move(EpsilonScale.MAX);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stepWeak(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, DOWN -> compare.stepWeak(-1);
            case RIGHT, UP -> compare.stepWeak(1);
            case PAGE_DOWN -> compare.weakProperty().set(compare.weak() - LABEL_STEP);
            case PAGE_UP -> compare.weakProperty().set(compare.weak() + LABEL_STEP);
            case HOME -> compare.weakProperty().set(0);
            case END -> compare.weakProperty().set(EpsilonScale.MAX);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double by) {
        touched.run();
        value.set(EpsilonScale.snap(value.get() + by));
    }

    private double trackLeft() {
        return snappedLeftInset() + KNOB / 2;
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset() - KNOB);
    }

    private double pitch() {
        return Math.min(BAR + GAP, BARS_MOST / Math.max(1, bars.size()));
    }

    private double trackHeight() {
        return Math.max(1, bars.size()) * pitch() + GAP;
    }

    private double labelTop() {
        double height = trackHeight();
        double top = snappedTopInset() + Math.max(0, (KNOB - height) / 2);
        return top + Math.max(height, (height + KNOB) / 2) + 1;
    }

    /** Pane x of an epsilon. */
    double xOf(double epsilon) {
        return trackLeft() + epsilon / EpsilonScale.MAX * trackWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.max(KNOB, trackHeight()) + LABELS + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected void layoutChildren() {
        double left = trackLeft();
        double width = trackWidth();
        double height = trackHeight();
        double top = snappedTopInset() + Math.max(0, (KNOB - height) / 2);
        groove.resizeRelocate(left - 4, top, width + 8, height);
        double pitch = pitch();
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).resizeRelocate(left, top + GAP + i * pitch, width, pitch * BAR / (BAR + GAP));
        }
        double at = xOf(value.get());
        line.resizeRelocate(snapPositionX(at - 1), top - 2, 2, height + 4);
        knob.resizeRelocate(snapPositionX(at - KNOB / 2), snapPositionY(top + (height - KNOB) / 2), KNOB, KNOB);
        weakKnob.resizeRelocate(snapPositionX(xOf(compare.weak()) - WEAK / 2), labelTop() - 2, WEAK, WEAK + 2);
        double labelTop = labelTop();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            layoutInArea(label, xOf(i * LABEL_STEP) - 20, labelTop, 40, LABELS, 0, HPos.CENTER, VPos.TOP);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value.get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> EpsilonScale.MAX;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
