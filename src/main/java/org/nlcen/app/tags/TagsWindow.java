package org.nlcen.app.tags;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.app.library.ShownNames;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.TagEntry;

/** All elements of the image's file in a window of its own, which follows the image on the screen. */
public final class TagsWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 620;
    private static final int MOST_OPENED = 2000;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final LibraryModel library;
    private final ObservableBooleanValue hidden;
    private final Texts texts;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(TagsWindow::daemon);
    private final TagsModel model;
    private final TreeTableView<TagEntry> tree = new TreeTableView<>();
    private final Label count = new Label();
    private final VBox remarks = new VBox();
    private final VBox box;
    private Stage stage;

    /** @param hidden whether nothing may tell who the patient is */
    public TagsWindow(LibraryModel library, ObservableBooleanValue hidden, Texts texts) {
        this.library = library;
        this.hidden = hidden;
        this.texts = texts;
        model = new TagsModel(reader, Platform::runLater, hidden);
        TextField search = new TextField();
        search.setId("tagSearch");
        search.setPromptText(texts.get("tags.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        count.getStyleClass().addAll("muted", "number");
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(search, count);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tags-head");
        remarks.getStyleClass().add("tags-remarks");
        table();
        VBox.setVgrow(tree, Priority.ALWAYS);
        box = new VBox(head, tree, remarks);
        box.getStyleClass().add("tags-box");
        Pulse soon = new Pulse(this::fill);
        model.shownProperty().addListener((Observable entries) -> soon.ask());
        library.imageProperty().addListener((property, before, now) -> follow());
        hidden.addListener(value -> title());
    }

    /** Shows the window, or brings it to the front. */
    public void show(Window owner) {
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setScene(new Scene(box, WIDTH, HEIGHT));
            stage.getScene().setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    stage.close();
                }
            });
            Dress.as(owner, stage.getScene());
        }
        stage.show();
        stage.toFront();
        follow();
    }

    private void table() {
        tree.setId("tagTree");
        tree.setShowRoot(false);
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.setPlaceholder(new Label(texts.get("tags.none")));
        add("tags.number", 150, TagEntry::number);
        add("tags.name", 230, entry -> entry.name().isEmpty() ? entry.keyword() : entry.name());
        add("tags.vr", 50, TagEntry::vr);
        add("tags.value", WIDTH - 470, this::value);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        MenuItem line = new MenuItem(texts.get("tags.copy"));
        line.setAccelerator(COPY);
        line.setOnAction(event -> copy(TagEntry::copyText));
        MenuItem value = new MenuItem(texts.get("tags.copyValue"));
        value.setOnAction(event -> copy(TagEntry::value));
        tree.setContextMenu(new ContextMenu(line, value));
        tree.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(TagEntry::copyText);
                event.consume();
            }
        });
    }

    private void add(String title, double width, Function<TagEntry, String> text) {
        TreeTableColumn<TagEntry, String> column = new TreeTableColumn<>(texts.get(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue().getValue())));
        tree.getColumns().add(column);
    }

    private String value(TagEntry entry) {
        String shown = entry.value().equals(TagEntry.HIDDEN) ? texts.get("tags.hidden") : entry.value();
        // a row is one line high
        return shown.replaceAll("\\R", " ⏎ ");
    }

    private void copy(Function<TagEntry, String> text) {
        List<TreeItem<TagEntry>> rows = tree.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(rows.stream().map(row -> text.apply(row.getValue())).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void follow() {
        if (stage == null || !stage.isShowing()) {
            return;
        }
        Optional<DicomHeader> header = header();
        model.show(header);
        title();
        remarks.getChildren().clear();
        header.stream().flatMap(file -> file.remarks().stream()).forEach(remark -> {
            Label label = new Label(ReasonTexts.of(remark, texts));
            label.setWrapText(true);
            label.getStyleClass().add("tags-remark");
            remarks.getChildren().add(label);
        });
    }

    private Optional<DicomHeader> header() {
        return Optional.ofNullable(library.image())
                .flatMap(image -> image.frames().header());
    }

    private void title() {
        OpenedImage image = library.image();
        if (stage != null && image != null) {
            stage.setTitle(texts.get("tags.title", ShownNames.of(image.source(), hidden.get(), texts)));
        }
    }

    private void fill() {
        TreeItem<TagEntry> root = new TreeItem<>();
        root.getChildren()
                .setAll(model.shownProperty().stream().map(TagItem::new).toList());
        tree.setRoot(root);
        if (!model.queryProperty().get().isBlank() && model.count() < MOST_OPENED) {
            root.getChildren().forEach(item -> ((TagItem) item).open());
        }
        count.setText(texts.get("tags.count", model.count()));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tags");
        thread.setDaemon(true);
        return thread;
    }
}
