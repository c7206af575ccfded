package org.nlcen.app.commands;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Texts;

/** A field in which a command is found by any part of its name. */
public final class CommandPalette {
    private static final double WIDTH = 460;
    private static final double ROW = 34;
    private static final int ROWS = 9;
    private static final double FROM_TOP = 90;

    private final Commands commands;
    private final Texts texts;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Command> found = new ListView<>();

    public CommandPalette(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        VBox box = new VBox(search, found);
        box.getStyleClass().addAll("viewer-root", "palette");
        box.setPrefWidth(WIDTH);
        search.setPromptText(texts.get("palette.prompt"));
        search.textProperty().addListener((property, before, now) -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setFixedCellSize(ROW);
        found.setPlaceholder(new Label(texts.get("palette.none")));
        found.setFocusTraversable(false);
        found.setCellFactory(list -> new Entry());
        found.setOnMouseClicked(event -> run());
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Shows the field over a window. */
    public void show(Window owner) {
        Region box = (Region) popup.getContent().get(0);
        Dress.popup(owner, box);
        search.clear();
        filter();
        popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + FROM_TOP);
        search.requestFocus();
    }

    private void filter() {
        found.getItems().setAll(matches(commands.all(), texts, search.getText()));
        found.getSelectionModel().selectFirst();
        int rows = Math.max(1, Math.min(ROWS, found.getItems().size()));
        found.setMinHeight(rows * ROW + 2);
        found.setPrefHeight(rows * ROW + 2);
    }

    /**
     * Commands that can be asked for now and in whose name, or their menu's, every word of the query stands; first those that
     * have all words in their own name.
     */
    static List<Command> matches(List<Command> all, Texts texts, String query) {
        List<String> words = List.of(query.toLowerCase(Locale.ROOT).trim().split("\\s+"));
        Predicate<Command> byName = command -> containsAll(texts.get("command." + command.id()), words);
        Predicate<Command> byMenu =
                command -> containsAll(texts.get("command." + command.id()) + " " + menu(command, texts), words);
        List<Command> enabled =
                all.stream().filter(command -> command.enabled().get()).toList();
        return Stream.concat(
                        enabled.stream().filter(byName),
                        enabled.stream().filter(byName.negate()).filter(byMenu))
                .toList();
    }

    private static boolean containsAll(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static String menu(Command command, Texts texts) {
        return texts.get("menu." + command.menu());
    }

    private void key(KeyEvent event) {
        int selected = found.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            found.getSelectionModel().select(Math.min(found.getItems().size() - 1, selected + 1));
        } else if (event.getCode() == KeyCode.UP) {
            found.getSelectionModel().select(Math.max(0, selected - 1));
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            return;
        }
        found.scrollTo(found.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void run() {
        Command command = found.getSelectionModel().getSelectedItem();
        popup.hide();
        if (command != null) {
            command.run();
        }
    }

    private final class Entry extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(null);
            if (command != null && !empty) {
                Label name = new Label(texts.get("command." + command.id()));
                Label keys = new Label(command.keys()
                        .map(combination -> KeyText.of(combination, texts))
                        .orElse(""));
                keys.getStyleClass().add("muted");
                Label menu = new Label(menu(command, texts));
                menu.getStyleClass().addAll("muted", "small-text");
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                HBox line = new HBox(name, menu, gap, keys);
                line.getStyleClass().add("palette-line");
                line.setAlignment(Pos.CENTER_LEFT);
                setGraphic(line);
            }
        }
    }
}
