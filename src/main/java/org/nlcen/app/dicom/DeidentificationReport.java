package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Message;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.dicom.Deidentification.Line;
import org.nlcen.app.dicom.Deidentification.Result;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.app.library.ShownNames;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.Explanation;

/** What was removed from copies, and what they may still show. */
final class DeidentificationReport {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 380;

    private DeidentificationReport() {}

    static void show(Window owner, Texts texts, Result result, SaveDialog saving) {
        TableView<Line> table = new TableView<>(FXCollections.observableArrayList(result.lines()));
        table.setPrefSize(WIDTH, HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setId("deidentifiedTable");
        if (result.copies().size() > 1) {
            add(table, texts.get("loaded.name"), 140, Line::file);
        }
        add(
                table,
                texts.get("deidentify.action"),
                140,
                line -> texts.get("deidentify." + line.change().action()));
        add(table, texts.get("tags.number"), 190, line -> line.change().number());
        add(table, texts.get("tags.name"), 250, line -> line.change().name());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label head = new Label(texts.get(
                "deidentify.done", result.copies().size(), result.lines().size(), result.failed()));
        head.getStyleClass().add("dialog-head");
        VBox box = new VBox(head);
        for (Explanation warning : result.warnings()) {
            Label label = new Label(ReasonTexts.of(warning, texts));
            label.setWrapText(true);
            label.getStyleClass().add("tags-remark");
            box.getChildren().add(label);
        }
        box.getChildren().add(table);
        box.getStyleClass().add("dialog-box");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("deidentify.title"));
        Dress.resizable(dialog);
        dialog.getDialogPane().setContent(box);
        ButtonType save = new ButtonType(texts.get("deidentify.save"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(save, close);
        Dress.as(owner, dialog.getDialogPane());
        dialog.getDialogPane().lookupButton(save).addEventFilter(ActionEvent.ACTION, event -> {
            save(owner, texts, result, saving);
            event.consume();
        });
        dialog.show();
    }

    private static void save(Window owner, Texts texts, Result result, SaveDialog saving) {
        String title = texts.title("deidentify.save");
        ExtensionFilter kind = new ExtensionFilter(texts.get("deidentify.reportKind"), "*.txt");
        saving.file(title, "deidentification.txt", kind).ifPresent(target -> {
            byte[] text = result.text().getBytes(StandardCharsets.UTF_8);
            try {
                AtomicFile.write(target, out -> out.write(text));
            } catch (IOException e) {
                // here of all places no name of a file may be named, whatever the switch says
                Message.show(owner, texts, title, texts.get("written.failed", ShownNames.of(e, true, texts)));
            }
        });
    }

    private static void add(TableView<Line> table, String title, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
    }
}
