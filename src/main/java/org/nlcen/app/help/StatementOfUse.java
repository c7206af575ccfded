package org.nlcen.app.help;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.nlcen.app.commands.Commands;
import org.nlcen.app.preferences.Preferences;

/** What must be accepted once before the program is used; lies over the whole window until then. */
public final class StatementOfUse {
    /** Goes up when the statement changes, so that it is asked for again. */
    public static final int VERSION = 1;

    private final Preferences preferences;
    private final Commands commands;

    @FXML
    private StackPane statement;

    @FXML
    private Button accept;

    @FXML
    private Button quit;

    public StatementOfUse(Preferences preferences, Commands commands) {
        this.preferences = preferences;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        accept.setOnAction(event -> {
            preferences.values().acceptedStatement = VERSION;
            preferences.save();
            statement.setVisible(false);
        });
        quit.setOnAction(event -> Platform.exit());
        statement.setVisible(preferences.values().acceptedStatement < VERSION);
        commands.blockedProperty().bind(statement.visibleProperty());
        Platform.runLater(accept::requestFocus);
    }
}
