package org.nlcen.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window. */
public final class ViewerApplication extends Application {
    /** @param arguments files to open */
    public static void main(String[] arguments) {
        launch(ViewerApplication.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("NLCEN Viewer");
        stage.setScene(new Scene(new StackPane(new Label("Research and teaching only")), 960, 640));
        stage.show();
    }
}
