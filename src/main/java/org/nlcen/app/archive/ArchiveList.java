package org.nlcen.app.archive;

import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.app.preferences.SavedArchive;

/** The archives the user entered, to add, change, test and take away. */
final class ArchiveList extends BorderPane {
    private final Texts texts;
    private final ListView<SavedArchive> list = new ListView<>();
    private final Label flaw = new Label();
    private final Button test = new Button();

    /** What the buttons do elsewhere. */
    interface Events {
        /** Something was entered: keep it. */
        void changed();

        /** The user wants to know whether an archive answers. */
        void test(SavedArchive archive);
    }

    ArchiveList(ObservableList<SavedArchive> archives, Texts texts, Events events) {
        this.texts = texts;
        list.setItems(archives);
        list.setId("archiveList");
        list.setPrefWidth(200);
        Label none = new Label(texts.get("archive.noneYet"));
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "archive-none");
        list.setPlaceholder(none);
        ArchiveForm form = new ArchiveForm(texts, () -> {
            list.refresh();
            showFlaw();
            events.changed();
        });
        Button add = new Button(texts.get("archive.add"));
        add.setId("archiveAdd");
        add.setOnAction(event -> {
            SavedArchive fresh = new SavedArchive();
            fresh.name = texts.get("archive.newName", archives.size() + 1);
            archives.add(fresh);
            list.getSelectionModel().select(fresh);
            events.changed();
        });
        Button remove = new Button(texts.get("archive.remove"));
        remove.setOnAction(event -> {
            archives.remove(list.getSelectionModel().getSelectedItem());
            events.changed();
        });
        test.setText(texts.get("archive.test"));
        test.setId("archiveTest");
        test.setOnAction(event -> events.test(list.getSelectionModel().getSelectedItem()));
        flaw.getStyleClass().add("tags-remark");
        flaw.setWrapText(true);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            form.show(now);
            remove.setDisable(now == null);
            showFlaw();
        });
        form.show(null);
        remove.setDisable(true);
        test.setDisable(true);
        test.visibleProperty().bind(form.visibleProperty());
        VBox left = new VBox(8, list, new HBox(8, add, remove));
        VBox.setVgrow(list, Priority.ALWAYS);
        left.getStyleClass().add("archive-side");
        VBox right = new VBox(12, form, test, flaw);
        right.getStyleClass().add("archive-main");
        setLeft(left);
        setCenter(right);
        list.getSelectionModel().selectFirst();
    }

    private void showFlaw() {
        SavedArchive chosen = list.getSelectionModel().getSelectedItem();
        Optional<ArchiveClients.Flaw> found = Optional.ofNullable(chosen).flatMap(ArchiveClients::flaw);
        flaw.setText(found.map(kind -> texts.get("archive.flaw." + kind)).orElse(""));
        test.setDisable(chosen == null || found.isPresent());
    }
}
