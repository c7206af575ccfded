package org.nlcen.app.base;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The windows beside the main one. Each opens at a size of its own over the middle of the main window, whatever the window
 * manager would do, wears its theme, comes to the front instead of opening twice, and closes with Escape.
 */
public final class Panels {
    /** A window whose root has this property gets the Escape key itself. */
    public static final String KEEPS_ESCAPE = "nlcen.keepsEscape";

    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");

    private final Supplier<? extends Window> owner;
    private final ObservableBooleanValue light;
    private final Map<String, Stage> open = new HashMap<>();

    /**
     * @param owner the main window
     * @param light whether the light theme is on
     */
    public Panels(Supplier<? extends Window> owner, ObservableBooleanValue light) {
        this.owner = owner;
        this.light = light;
        light.addListener((value, before, now) -> open.values().forEach(this::dress));
    }

    /** Whether a window waits for an answer before the main one goes on. */
    public enum Kind {
        /** Lies beside the main window. */
        BESIDE,
        /** The main window waits. */
        QUESTION
    }

    /**
     * Shows a window, or brings the one of this id to the front.
     *
     * @param id one window for each
     * @param content made only if it is not open yet
     */
    public Stage show(
            String id, String title, Kind kind, double width, double height, Supplier<? extends Node> content) {
        Stage before = open.get(id);
        if (before != null) {
            before.toFront();
            before.requestFocus();
            return before;
        }
        Stage stage = new Stage();
        stage.initOwner(owner.get());
        stage.initModality(kind == Kind.QUESTION ? Modality.WINDOW_MODAL : Modality.NONE);
        stage.setTitle(title);
        BorderPane root = new BorderPane(content.get());
        root.getStyleClass().addAll("viewer-root", "panel");
        root.setId("panel-" + id);
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(owner.get().getScene().getStylesheets());
        // before the controls: a list would keep the key to itself
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean wanted = root.getProperties().containsKey(KEEPS_ESCAPE);
            if (event.getCode() == KeyCode.ESCAPE && !wanted) {
                stage.close();
                event.consume();
            }
        });
        stage.setScene(scene);
        open.put(id, stage);
        stage.setOnHidden(event -> open.remove(id));
        dress(stage);
        place(stage, width, height);
        stage.show();
        // some window managers take no size from a window that is not there yet, or only a moment later
        place(stage, width, height);
        Platform.runLater(() -> place(stage, width, height));
        return stage;
    }

    /** Closes the window of this id. */
    public void close(String id) {
        Stage stage = open.get(id);
        if (stage != null) {
            stage.close();
        }
    }

    /** Whether the window of this id is open. */
    public boolean showing(String id) {
        return open.containsKey(id);
    }

    private void dress(Stage stage) {
        stage.getScene().getRoot().pseudoClassStateChanged(LIGHT, light.get());
    }

    private void place(Stage stage, double width, double height) {
        Window main = owner.get();
        double x = main.getX() + (main.getWidth() - width) / 2;
        double y = main.getY() + (main.getHeight() - height) / 2;
        Rectangle2D screen =
                Screen.getScreensForRectangle(main.getX(), main.getY(), main.getWidth(), main.getHeight()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        double w = Math.min(width, screen.getWidth());
        double h = Math.min(height, screen.getHeight());
        stage.setWidth(w);
        stage.setHeight(h);
        stage.setX(Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - w)));
        stage.setY(Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - h)));
    }
}
