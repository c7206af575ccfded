package org.nlcen.app.attack;

import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Keyed;
import org.nlcen.app.viewer.ImagePane;

/** A picture of the bench with its caption, a mark where it was manipulated, and the curtain between two strengths. */
final class Cell extends StackPane {
    private static final PseudoClass ADVERSARIAL = PseudoClass.getPseudoClass("adversarial");
    private static final double LEAST_HEIGHT = 84;
    private static final double GRIP = 11;
    private static final double STEP = 0.02;
    private static final double LARGE_STEP = 0.1;

    private final ImagePane pane;
    private final Label caption = new Label();
    private final Label mark = new Label();
    private final Handle curtain;
    private final DoubleProperty place;

    /**
     * @param place where the curtain hangs; all cells share it
     * @param manipulated the mark's words
     * @param curtainName for a screen reader
     */
    Cell(ImagePane pane, DoubleProperty place, String manipulated, String curtainName) {
        this.pane = pane;
        this.place = place;
        this.curtain = new Handle(place::get, 1);
        caption.getStyleClass().add("cell-caption");
        mark.getStyleClass().add("adversarial-mark");
        mark.setText(manipulated);
        mark.setVisible(false);
        curtain.getStyleClass().add("curtain");
        curtain.setManaged(false);
        curtain.setVisible(false);
        curtain.setCursor(Cursor.H_RESIZE);
        curtain.setAccessibleText(curtainName);
        curtain.setOnMousePressed(event -> curtain.requestFocus());
        curtain.setOnKeyPressed(this::step);
        curtain.setOnMouseDragged(event -> {
            place.set(sceneToLocal(event.getSceneX(), 0).getX() / Math.max(1, getWidth()));
            event.consume();
        });
        place.addListener((property, before, now) -> {
            if (curtain.isVisible()) {
                requestLayout();
                curtain.moved();
            }
        });
        getStyleClass().add("cell");
        getChildren().addAll(pane, caption, mark, curtain);
        setMinSize(0, LEAST_HEIGHT);
        setPrefSize(200, 200);
        setAlignment(caption, Pos.TOP_LEFT);
        setAlignment(mark, Pos.BOTTOM_RIGHT);
        caption.setMouseTransparent(true);
        mark.setMouseTransparent(true);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    ImagePane pane() {
        return pane;
    }

    /** Gives its picture the keyboard, with the ring that shows it. */
    void focusPicture() {
        Keyed.focus(pane);
    }

    /** @param yes whether the Tab key finds this picture */
    void tabStop(boolean yes) {
        pane.setFocusTraversable(yes);
    }

    /** @param network to whose column it belongs, which only a screen reader need be told */
    void caption(String text, String network) {
        caption.setText(text);
        pane.setAccessibleText(network + ": " + text);
    }

    /** Marks the picture as manipulated, or not. */
    void manipulated(boolean yes) {
        mark.setVisible(yes);
        pseudoClassStateChanged(ADVERSARIAL, yes);
    }

    /** @param stop whether the Tab key finds this curtain: one is enough, since all move together */
    void curtain(boolean shown, boolean stop) {
        curtain.setFocusTraversable(stop);
        if (curtain.isVisible() != shown) {
            curtain.setVisible(shown);
            requestLayout();
        }
    }

    private void step(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, DOWN -> place.set(place.get() - STEP);
            case RIGHT, UP -> place.set(place.get() + STEP);
            case PAGE_DOWN -> place.set(place.get() - LARGE_STEP);
            case PAGE_UP -> place.set(place.get() + LARGE_STEP);
            case HOME -> place.set(0);
            case END -> place.set(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double at = place.get() * getWidth();
        curtain.resizeRelocate(snapPositionX(at - GRIP / 2), 0, GRIP, getHeight());
    }
}
