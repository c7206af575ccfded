package org.nlcen.app.archive;

import java.io.File;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

import org.nlcen.app.base.Texts;
import org.nlcen.app.preferences.SavedArchive;

/** The fields of one archive; every change goes into the entry at once. */
final class ArchiveForm extends GridPane {
    private final Texts texts;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final RadioButton dimse = new RadioButton("DIMSE (C-FIND, C-GET)");
    private final RadioButton web = new RadioButton("DICOMweb (QIDO-RS, WADO-RS)");
    private final TextField host = new TextField();
    private final Spinner<Integer> port = new Spinner<>(1, 65_535, 104);
    private final TextField called = new TextField();
    private final TextField calling = new TextField();
    private final CheckBox tls;
    private final TextField url = new TextField();
    private final TextField certificates = new TextField();
    private final Spinner<Integer> timeout = new Spinner<>(1, 600, 20);
    private SavedArchive shown;
    private int row;

    /** @param changed told after every change */
    ArchiveForm(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add("archive-form");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHalignment(HPos.LEFT);
        titles.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(titles, fields);
        ToggleGroup ways = new ToggleGroup();
        ways.getToggles().setAll(dimse, web);
        tls = new CheckBox(texts.get("archive.tls"));
        name.setId("archiveName");
        host.setId("archiveHost");
        called.setId("archiveCalled");
        url.setId("archiveUrl");
        for (Spinner<Integer> spinner : List.of(port, timeout)) {
            spinner.setEditable(true);
            spinner.setPrefWidth(110);
        }
        add("archive.name", name);
        add("archive.way", new HBox(16, dimse, web));
        add("archive.host", host);
        add("archive.port", port);
        add("archive.called", called);
        add("archive.calling", calling);
        add("archive.security", tls);
        add("archive.url", url);
        add("archive.certificates", chooser());
        add("archive.timeout", timeout);
        listen();
    }

    /** Shows an entry; null for none. */
    void show(SavedArchive archive) {
        shown = null;
        setVisible(archive != null);
        SavedArchive values = archive == null ? new SavedArchive() : archive;
        name.setText(values.name);
        dimse.setSelected(!values.web);
        web.setSelected(values.web);
        host.setText(values.host);
        port.getValueFactory().setValue(values.port);
        called.setText(values.calledTitle);
        calling.setText(values.callingTitle);
        tls.setSelected(values.tls);
        url.setText(values.url);
        certificates.setText(values.certificates);
        timeout.getValueFactory().setValue(values.timeoutSeconds);
        shown = archive;
        enable();
    }

    private void listen() {
        for (TextField field : List.of(name, host, called, calling, url, certificates)) {
            field.textProperty().addListener(text -> store());
        }
        web.selectedProperty().addListener(value -> store());
        tls.selectedProperty().addListener(value -> store());
        for (Spinner<Integer> spinner : List.of(port, timeout)) {
            spinner.valueProperty().addListener(value -> store());
            spinner.focusedProperty().addListener((property, before, now) -> commit(spinner));
        }
    }

    /** What is typed counts when the field is left, and nonsense is taken back. */
    private static void commit(Spinner<Integer> spinner) {
        try {
            spinner.commitValue();
        } catch (RuntimeException e) {
            spinner.getEditor().setText(String.valueOf(spinner.getValue()));
        }
    }

    private void store() {
        if (shown == null) {
            return;
        }
        shown.name = name.getText().strip();
        shown.web = web.isSelected();
        shown.host = host.getText().strip();
        shown.port = port.getValue();
        shown.calledTitle = called.getText().strip();
        shown.callingTitle = calling.getText().strip();
        shown.tls = tls.isSelected();
        shown.url = url.getText().strip();
        shown.certificates = certificates.getText().strip();
        shown.timeoutSeconds = timeout.getValue();
        enable();
        changed.run();
    }

    private void enable() {
        boolean byWeb = web.isSelected();
        for (Node node : List.of(host, port, called, calling, tls)) {
            node.setDisable(byWeb);
        }
        url.setDisable(!byWeb);
        certificates.getParent().setDisable(!byWeb && !tls.isSelected());
    }

    private HBox chooser() {
        certificates.setPromptText(texts.get("archive.certificatesPrompt"));
        HBox.setHgrow(certificates, Priority.ALWAYS);
        Button choose = new Button(texts.get("archive.choose"));
        choose.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(texts.get("archive.certificates"));
            chooser.getExtensionFilters()
                    .setAll(
                            new FileChooser.ExtensionFilter("PEM", "*.pem", "*.crt", "*.cer"),
                            new FileChooser.ExtensionFilter("*", "*"));
            File file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                certificates.setText(file.getPath());
            }
        });
        return new HBox(8, certificates, choose);
    }

    private void add(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        addRow(row++, label, field);
    }
}
