package org.nlcen.app;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Parts;
import org.nlcen.app.base.PopupGround;
import org.nlcen.app.base.Texts;
import org.nlcen.app.base.ZoomPane;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.curves.FiguresModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.preferences.Preferences;

/** Puts a workspace into a stage. */
public final class ViewerWindow {
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final Workspace workspace;
    private final Commands commands = new Commands();
    private final Scene scene;
    private final HabitsCommands habits;

    /** @param figures measures what the table shows */
    public ViewerWindow(Stage stage, Workspace workspace, FiguresModel figures, Texts texts) {
        this.stage = stage;
        this.workspace = workspace;
        Parts parts = new Parts(
                texts,
                workspace,
                workspace.library(),
                workspace.networks(),
                workspace.bench(),
                workspace.look(),
                workspace.desk().panes(),
                workspace.overlay(),
                figures,
                workspace.notices(),
                commands);
        for (String cut : new String[] {"regular", "bold"}) {
            Font.loadFont(ViewerWindow.class.getResourceAsStream("fonts/" + cut + ".otf"), 13);
        }
        // the theme comes first: controls take their sizes from it while they are made
        applyTheme(workspace.lightProperty().get());
        Parts.Part<MainController> main = parts.load(MainController.class, "main.fxml");
        Region content = (Region) main.view();
        ZoomPane root = new ZoomPane(content);
        habits = main.controller().habits();
        Preferences.Values values = workspace.preferences().values();
        scene = new Scene(root, values.windowWidth, values.windowHeight);
        scene.getStylesheets().add(sheet("viewer.css"));
        if (!Dress.transparentWindows()) {
            scene.getStylesheets().add(sheet("opaque.css"));
            scene.getRoot().getProperties().put(PopupGround.class, new PopupGround(workspace.lightProperty()));
        }
        List.of(content, root)
                .forEach(part -> part.pseudoClassStateChanged(
                        LIGHT, workspace.lightProperty().get()));
        commands.install(scene);
        workspace.lightProperty().addListener((property, before, now) -> {
            applyTheme(now);
            List.of(content, root).forEach(part -> part.pseudoClassStateChanged(LIGHT, now));
        });
        habits.attach(scene, root);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!workspace.library().mayReplace()) {
                event.consume();
            }
        });
        place(values.windowWidth, values.windowHeight);
        // told a least size before the window is there, some window managers give it that size
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            stage.setMinWidth(LEAST_WIDTH);
            stage.setMinHeight(LEAST_HEIGHT);
            if (!stage.isMaximized()) {
                place(values.windowWidth, values.windowHeight);
                Platform.runLater(() -> place(values.windowWidth, values.windowHeight));
            }
        });
        stage.setMaximized(values.maximized);
        title(texts);
        workspace.library().imageProperty().addListener((property, before, now) -> title(texts));
        workspace.overlay().patientHiddenProperty().addListener((property, before, now) -> title(texts));
    }

    public void show() {
        stage.show();
    }

    /** Over the middle of the screen, no larger than it. */
    private void place(double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), width));
        stage.setHeight(Math.min(screen.getHeight(), height));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
    }

    public Commands commands() {
        return commands;
    }

    /** Sessions, teaching, settings and help. */
    public HabitsCommands habits() {
        return habits;
    }

    /** Before the program ends: undoes what was only for a while, and keeps the window's size for the next start. */
    public void leave() {
        habits.end();
        Preferences.Values values = workspace.preferences().values();
        values.maximized = stage.isMaximized();
        if (!stage.isMaximized()) {
            values.windowWidth = stage.getWidth();
            values.windowHeight = stage.getHeight();
        }
    }

    private void title(Texts texts) {
        String program = texts.get("window.title");
        OpenedImage image = workspace.library().image();
        boolean hidden = workspace.overlay().patientHidden();
        stage.setTitle(image == null ? program : ShownNames.of(image.source(), hidden, texts) + " – " + program);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(ViewerWindow.class.getResource(name)).toExternalForm();
    }

    private static void applyTheme(boolean light) {
        Application.setUserAgentStylesheet(
                light ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
    }
}
