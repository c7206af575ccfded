package org.nlcen.app.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.app.log.LogFile.Level;
import org.nlcen.app.log.LogFile.Line;

/** The program's log, to be searched and copied. */
public final class LogWindow {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private final Panels panels;
    private final Texts texts;
    private final Path folder;
    private final ListView<Line> list = new ListView<>();
    private final TextField search = new TextField();
    private final CheckBox grave = new CheckBox();
    private final Label place = new Label();
    private final Label nothing = new Label();
    private List<Line> all = List.of();

    public LogWindow(Panels panels, Texts texts, Path folder) {
        this.panels = panels;
        this.texts = texts;
        this.folder = folder;
        // once: the controls outlive each window they are shown in
        search.textProperty().addListener((property, before, now) -> filter());
        grave.selectedProperty().addListener((property, before, now) -> filter());
        list.getStyleClass().add("log-list");
        nothing.getStyleClass().add("muted");
        place.getStyleClass().addAll("muted", "small-text");
    }

    public void show() {
        panels.show("log", texts.get("log.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content);
        read();
    }

    private Node content() {
        search.setPromptText(texts.get("log.search"));
        grave.setText(texts.get("log.grave"));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox top = new HBox(search, grave);
        top.getStyleClass().add("panel-top");
        list.setCellFactory(view -> new Entry());
        list.setAccessibleText(texts.get("log.title"));
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = Rows.foot(
                place,
                gap,
                Rows.button(texts.get("log.again"), this::read),
                Rows.button(texts.get("panel.copy"), this::copy),
                Rows.button(texts.get("panel.close"), () -> panels.close("log"), "accent"));
        return new VBox(top, list, foot);
    }

    private void read() {
        try {
            Optional<Path> file = LogFile.latest(folder);
            all = file.isPresent() ? LogFile.tail(file.get()) : List.of();
            place.setText(file.map(Path::toString).orElseGet(() -> texts.get("log.none", folder)));
        } catch (IOException e) {
            all = List.of();
            place.setText(texts.get("log.unreadable", e.getMessage()));
        }
        filter();
    }

    private void filter() {
        String wanted = search.getText().toLowerCase(texts.locale());
        list.getItems()
                .setAll(all.stream()
                        .filter(line -> !grave.isSelected() || line.level() != Level.INFO)
                        .filter(line -> line.text().toLowerCase(texts.locale()).contains(wanted))
                        .toList());
        nothing.setText(texts.get(all.isEmpty() ? "log.empty" : "log.nothingFound"));
        list.scrollTo(list.getItems().size() - 1);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(list.getItems().stream().map(Line::text).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class Entry extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.text());
            pseudoClassStateChanged(WARNING, !empty && line != null && line.level() == Level.WARN);
            pseudoClassStateChanged(ERROR, !empty && line != null && line.level() == Level.ERROR);
        }
    }
}
