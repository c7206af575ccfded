package org.nlcen.app.attack;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * Alt and an arrow key take the keyboard from a picture of the bench to the one beside, above or below it. The Tab key stops at the
 * first picture only: with six networks it would be thirty.
 */
final class PictureSteps {
    private final ScrollPane scroll;
    private final HBox columns;

    /** @param columns the bench's columns, within {@code scroll} */
    PictureSteps(ScrollPane scroll, HBox columns) {
        this.scroll = scroll;
        this.columns = columns;
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (!event.isAltDown() || !event.getCode().isArrowKey() || !(event.getTarget() instanceof Node focused)) {
            return;
        }
        Node cell = cellOf(focused);
        if (cell != null) {
            step(cell, event.getCode());
            event.consume();
        }
    }

    private static Node cellOf(Node node) {
        Node at = node;
        while (at != null && !(at instanceof Cell)) {
            at = at.getParent();
        }
        return at;
    }

    private void step(Node cell, KeyCode code) {
        int row = cell.getParent().getChildrenUnmodifiable().indexOf(cell);
        int column = 0;
        while (!holds(columns.getChildren().get(column), cell)) {
            column++;
        }
        switch (code) {
            case LEFT -> land(column - 1, row);
            case RIGHT -> land(column + 1, row);
            case UP -> land(column, row - 1);
            default -> land(column, row + 1);
        }
    }

    private static boolean holds(Node column, Node cell) {
        Parent at = cell.getParent();
        while (at != null && at != column) {
            at = at.getParent();
        }
        return at != null;
    }

    private void land(int column, int row) {
        if (column < 0 || column >= columns.getChildren().size() || row < 0) {
            return;
        }
        Node first = columns.getChildren().get(column).lookup(".cell");
        if (first != null && row < first.getParent().getChildrenUnmodifiable().size()) {
            Cell cell = (Cell) first.getParent().getChildrenUnmodifiable().get(row);
            cell.focusPicture();
            reveal(columns.getChildren().get(column));
        }
    }

    /** Scrolls sideways as far as it takes to see the whole column. */
    private void reveal(Node column) {
        Bounds place = column.getBoundsInParent();
        double hidden = columns.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden <= 0) {
            return;
        }
        double left = scroll.getHvalue() * hidden;
        double least = place.getMaxX() - scroll.getViewportBounds().getWidth();
        scroll.setHvalue(Math.min(place.getMinX(), Math.max(left, least)) / hidden);
    }
}
