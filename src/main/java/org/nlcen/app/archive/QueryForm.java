package org.nlcen.app.archive;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.dicom.net.StudyQuery;

/** What to look for. */
final class QueryForm extends FlowPane {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final double NAME_WIDTH = 180;
    private static final double FIELD_WIDTH = 124;

    private final TextField name = new TextField();
    private final TextField id = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final ComboBox<String> modality = new ComboBox<>();

    QueryForm(Texts texts) {
        getStyleClass().add("archive-query");
        name.setId("queryName");
        name.setPromptText(texts.get("archive.namePrompt"));
        modality.getItems().setAll("", "CR", "DX", "CT", "MR", "US", "MG", "XA", "RF", "NM", "PT", "OT");
        modality.setEditable(true);
        modality.setValue("");
        add(texts.get("archive.patient"), name, NAME_WIDTH);
        add(texts.get("archive.id"), id, FIELD_WIDTH);
        add(texts.get("archive.from"), from, FIELD_WIDTH);
        add(texts.get("archive.until"), until, FIELD_WIDTH);
        add(texts.get("archive.modality"), modality, 92);
    }

    /** What Enter in a text field does. */
    void onEnter(Runnable search) {
        name.setOnAction(event -> search.run());
        id.setOnAction(event -> search.run());
    }

    /** The query. A name without a wildcard also finds names that go on, as people expect. */
    StudyQuery query() {
        return new StudyQuery(
                nameKey(name.getText()),
                id.getText().strip(),
                dates(from.getValue(), until.getValue()),
                modality.getValue() == null ? "" : modality.getValue().strip());
    }

    static String nameKey(String typed) {
        String text = typed.strip().replaceAll("\\s*,\\s*", "^");
        return text.isEmpty() || text.contains("*") || text.contains("?") ? text : text + "*";
    }

    /** A range of dates as DICOM writes it (PS3.4 C.2.2.2.5); empty for all. */
    static String dates(LocalDate first, LocalDate last) {
        if (first == null && last == null) {
            return "";
        }
        if (first != null && first.equals(last)) {
            return first.format(DATE);
        }
        return (first == null ? "" : first.format(DATE)) + "-" + (last == null ? "" : last.format(DATE));
    }

    private void add(String title, Region field, double width) {
        field.setPrefWidth(width);
        Label label = new Label(title);
        label.setLabelFor(field);
        label.getStyleClass().addAll("muted", "small-text");
        getChildren().add(new VBox(2, label, field));
    }
}
