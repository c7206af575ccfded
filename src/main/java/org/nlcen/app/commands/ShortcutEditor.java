package org.nlcen.app.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;

/** All commands with their keys, which can be changed by pressing others. */
public final class ShortcutEditor {
    private static final String ID = "editShortcuts";
    private static final double WIDTH = 620;
    private static final double HEIGHT = 600;

    private final Panels panels;
    private final Commands commands;
    private final KeyMap keys;
    private final Texts texts;
    private final Runnable changed;
    private final ListView<Command> list = new ListView<>();
    private final TextField search = new TextField();
    private final Label message = Rows.text("");
    private Button assign;
    private Optional<Command> waiting = Optional.empty();
    private Optional<KeyCombination> wanted = Optional.empty();

    /** @param changed called after each change, to keep it */
    public ShortcutEditor(Panels panels, Commands commands, KeyMap keys, Texts texts, Runnable changed) {
        this.panels = panels;
        this.commands = commands;
        this.keys = keys;
        this.texts = texts;
        this.changed = changed;
        // once: the controls outlive each window they are shown in
        search.textProperty().addListener((property, before, now) -> filter());
        list.getStyleClass().add("shortcut-list");
    }

    public void show() {
        panels.show(ID, texts.get("command.editShortcuts"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content)
                .getScene()
                .addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        filter();
    }

    private Node content() {
        search.setPromptText(texts.get("palette.prompt"));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox top = new HBox(search);
        top.getStyleClass().add("panel-top");
        list.setCellFactory(view -> new Entry());
        list.setAccessibleText(texts.get("command.editShortcuts"));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        assign = Rows.button(texts.get("keys.assign"), this::take);
        Button all = Rows.button(texts.get("keys.resetAll"), () -> {
            keys.resetAll();
            done("");
        });
        say(texts.get("keys.hint"), false);
        return new VBox(
                top,
                list,
                Rows.foot(
                        message, assign, all, Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void filter() {
        String query = search.getText().toLowerCase(Locale.ROOT).trim();
        list.getItems()
                .setAll(commands.all().stream()
                        .filter(command ->
                                name(command).toLowerCase(Locale.ROOT).contains(query))
                        .toList());
    }

    private String name(Command command) {
        return texts.get("command." + command.id());
    }

    private void wait(Command command) {
        waiting = Optional.of(command);
        wanted = Optional.empty();
        list.getScene().getRoot().getProperties().put(Panels.KEEPS_ESCAPE, true);
        list.refresh();
        say(texts.get("keys.press", name(command)), false);
    }

    /** While a command waits for keys they go to it and to nothing else. */
    private void pressed(KeyEvent event) {
        if (waiting.isEmpty()) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            done(texts.get("keys.hint"));
            return;
        }
        Optional<KeyCombination> found = KeyText.pressed(event);
        if (found.isEmpty()) {
            return;
        }
        wanted = found;
        Optional<Command> holder = keys.holder(found.get(), waiting.get());
        if (holder.isPresent()) {
            say(texts.get("keys.conflict", KeyText.of(found.get(), texts), name(holder.get())), true);
        } else {
            take();
        }
    }

    private void take() {
        waiting.ifPresent(command -> {
            keys.assign(command, wanted);
            done(texts.get("keys.changed", name(command)));
        });
    }

    private void done(String sentence) {
        waiting = Optional.empty();
        wanted = Optional.empty();
        list.getScene().getRoot().getProperties().remove(Panels.KEEPS_ESCAPE);
        changed.run();
        list.refresh();
        say(sentence, false);
    }

    private void say(String sentence, boolean conflict) {
        message.setText(sentence);
        assign.setVisible(conflict);
        assign.setManaged(conflict);
    }

    private final class Entry extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(empty || command == null ? null : line(command));
        }

        private Node line(Command command) {
            Label title = new Label(name(command));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            boolean waits = waiting.filter(command::equals).isPresent();
            Label now = new Label(
                    waits
                            ? texts.get("keys.waits")
                            : command.keys()
                                    .map(found -> KeyText.of(found, texts))
                                    .orElse("–"));
            now.getStyleClass().add("key");
            Button change =
                    Rows.button(texts.get("keys.change"), () -> ShortcutEditor.this.wait(command), "small", "flat");
            change.setAccessibleText(texts.get("keys.change") + ": " + name(command));
            Button reset = Rows.button(
                    texts.get("keys.reset"),
                    () -> {
                        keys.reset(command);
                        done("");
                    },
                    "small",
                    "flat");
            reset.setVisible(keys.changed(command));
            HBox line = new HBox(title, gap, now, change, reset);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("shortcut-line");
            return line;
        }
    }

    /** The commands shown, for tests. */
    List<Command> shown() {
        return List.copyOf(list.getItems());
    }
}
