package org.nlcen.app.library;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Texts;
import org.nlcen.dicom.study.Skipped;

/** "12 opened, 3 skipped", and for each skipped file one plain reason. */
final class LoadReport {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 380;

    /** A line of the table. */
    private record Line(String file, String kind, String reason) {}

    /** A text of as many lines as it needs. */
    private static final class WrappingCell extends TableCell<Line, String> {
        private final Text text = new Text();

        WrappingCell() {
            text.wrappingWidthProperty().bind(widthProperty().subtract(20));
            text.fillProperty().bind(textFillProperty());
        }

        @Override
        protected void updateItem(String sentence, boolean none) {
            super.updateItem(sentence, none);
            text.setText(sentence);
            setGraphic(none ? null : text);
        }
    }

    private LoadReport() {}

    static void show(Window owner, CollectionModel collection, boolean hidden, Texts texts) {
        ObservableList<Line> lines = FXCollections.observableArrayList();
        List<Skipped> skipped = collection.skipped();
        for (int i = 0; i < skipped.size(); i++) {
            Skipped one = skipped.get(i);
            String name = hidden ? texts.get("loaded.file", i + 1) : one.name();
            String kind = texts.get("loaded." + one.reason().name().toLowerCase(Locale.ROOT));
            lines.add(new Line(name, kind, sentence(ReasonTexts.of(one.detail(), texts))));
        }
        TableView<Line> table = new TableView<>(lines);
        table.setId("reportTable");
        table.setPrefSize(WIDTH, HEIGHT);
        table.setPlaceholder(new Label(texts.get("loaded.none")));
        add(table, texts.get("loaded.name"), 220, Line::file);
        add(table, texts.get("loaded.kind"), 150, Line::kind);
        add(table, texts.get("loaded.reason"), WIDTH - 390, Line::reason).setCellFactory(column -> new WrappingCell());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        String summary = texts.get("library.report", collection.openedProperty().get(), skipped.size());
        Label head = new Label(summary);
        head.getStyleClass().add("dialog-head");
        VBox box = new VBox(head, table);
        box.getStyleClass().add("dialog-box");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("loaded.title"));
        Dress.resizable(dialog);
        dialog.getDialogPane().setMinWidth(WIDTH);
        dialog.getDialogPane().setContent(box);
        ButtonType copy = new ButtonType(texts.get("loaded.copy"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(copy, close);
        Dress.as(owner, dialog.getDialogPane());
        dialog.getDialogPane().lookupButton(copy).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            copy(summary, lines);
            event.consume();
        });
        dialog.show();
    }

    /** Details begin in small letters, since a file's name stands before them elsewhere. */
    private static String sentence(String detail) {
        return detail.isEmpty() ? detail : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
    }

    private static void copy(String summary, List<Line> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(summary
                + lines.stream()
                        .map(line -> "\n" + line.file() + "\t" + line.kind() + "\t" + line.reason())
                        .collect(Collectors.joining()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static TableColumn<Line, String> add(
            TableView<Line> table, String title, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }
}
