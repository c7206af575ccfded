package org.nlcen.app.archive;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.nlcen.app.Workspace;
import org.nlcen.app.archive.ArchiveModel.Activity;
import org.nlcen.app.archive.ArchiveModel.Status;
import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.preferences.SavedArchive;
import org.nlcen.dicom.net.RemoteStudy;

/** Searching an archive and fetching studies from it; a second tab holds the archives. Nothing is ever sent. */
public final class ArchiveWindow implements ArchiveList.Events {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 640;

    private final Preferences preferences;
    private final ObservableBooleanValue hidden;
    private final Texts texts;
    private final ObservableList<SavedArchive> archives;
    private final ArchiveModel model;
    private final ComboBox<SavedArchive> chosen = new ComboBox<>();
    private final QueryForm query;
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final HBox login = new HBox(user, password);
    private final TableView<RemoteStudy> table = new TableView<>();
    private final CheckBox keep = new CheckBox();
    private final Button search = new Button();
    private final Button fetch = new Button();
    private final Button stop = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final Label said = new Label();
    private final TabPane tabs = new TabPane();
    private Stage stage;

    public ArchiveWindow(Workspace workspace, Texts texts) {
        preferences = workspace.preferences();
        hidden = workspace.overlay().patientHiddenProperty();
        this.texts = texts;
        archives = FXCollections.observableArrayList(preferences.values().archives);
        query = new QueryForm(texts);
        Executor threads = task -> {
            Thread thread = new Thread(task, "archive");
            thread.setDaemon(true);
            thread.start();
        };
        model = new ArchiveModel(threads, Platform::runLater, (studies, files, folder, temporary) -> {
            studies.forEach(study -> workspace.audit().record(Action.FETCHED, Optional.of(study), Map.of()));
            LibraryModel library = workspace.library();
            if (temporary) {
                library.openTemporary(files, folder);
            } else {
                library.open(files);
            }
        });
    }

    /** Shows the window, or brings it to the front. */
    public void show(Window owner) {
        if (stage == null) {
            build(owner);
        }
        stage.show();
        stage.toFront();
    }

    private void build(Window owner) {
        Tab asking = new Tab(texts.get("archive.search"), searchPage());
        Tab places = new Tab(texts.get("archive.archives"), new ArchiveList(archives, texts, this));
        tabs.getTabs().setAll(asking, places);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().select(archives.isEmpty() ? places : asking);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox box = new VBox(tabs, foot());
        box.getStyleClass().add("archive-box");
        stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(texts.get("archive.title"));
        stage.setScene(new Scene(box, WIDTH, HEIGHT));
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setOnHidden(event -> model.stop());
        Dress.as(owner, stage.getScene());
        model.statusProperty().addListener((property, before, now) -> showStatus(now));
        showStatus(model.statusProperty().get());
    }

    private VBox searchPage() {
        chosen.setItems(archives);
        chosen.setId("archiveChosen");
        chosen.setPrefWidth(220);
        chosen.getSelectionModel().selectFirst();
        chosen.valueProperty().addListener((property, before, now) -> enable());
        archives.addListener((Observable list) -> {
            if (chosen.getValue() == null && !archives.isEmpty()) {
                chosen.getSelectionModel().selectFirst();
            }
        });
        user.setPromptText(texts.get("archive.user"));
        password.setPromptText(texts.get("archive.password"));
        login.setSpacing(8);
        search.setText(texts.get("archive.searchNow"));
        search.setId("archiveSearch");
        search.getStyleClass().add("accent");
        search.setOnAction(event -> search());
        query.onEnter(this::search);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, new Label(texts.get("archive.archive")), chosen, login, gap, search);
        line.setAlignment(Pos.CENTER_LEFT);
        table();
        keep.setText(texts.get("archive.keep"));
        fetch.setText(texts.get("archive.fetch"));
        fetch.setId("archiveFetch");
        fetch.setOnAction(event -> fetch());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox below = new HBox(12, keep, space, fetch);
        below.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(12, line, query, table, below);
        page.getStyleClass().add("archive-main");
        return page;
    }

    private void table() {
        table.setItems(model.studies());
        table.setId("archiveTable");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(texts.get("archive.empty")));
        column("archive.patient", 210, StudyText::patient);
        column("archive.id", 110, StudyText::id);
        column("archive.date", 100, StudyText::date);
        column("archive.modality", 90, StudyText::modalities);
        column("archive.description", 270, StudyText::description);
        column("archive.images", 80, StudyText::images);
        hidden.addListener(value -> table.refresh());
        table.getSelectionModel().getSelectedItems().addListener((Observable selected) -> enable());
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !table.getSelectionModel().isEmpty()) {
                fetch();
            }
        });
    }

    private void column(String title, double width, Function<StudyText, String> text) {
        TableColumn<RemoteStudy, String> column = new TableColumn<>(texts.get(title));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> {
            int place = model.studies().indexOf(row.getValue()) + 1;
            return new ReadOnlyStringWrapper(text.apply(StudyText.of(row.getValue(), place, hidden.get(), texts)));
        });
        // refreshing a table does not ask for values again; a changed switch does
        hidden.addListener(value -> {
            column.setVisible(false);
            column.setVisible(true);
        });
        table.getColumns().add(column);
    }

    private HBox foot() {
        said.setId("archiveSaid");
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        bar.setPrefWidth(160);
        stop.setText(texts.get("archive.stop"));
        stop.setId("archiveStop");
        stop.setOnAction(event -> model.stop());
        HBox foot = new HBox(12, said, bar, stop);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("archive-foot");
        return foot;
    }

    @Override
    public void changed() {
        preferences.values().archives = List.copyOf(archives);
        preferences.save();
        enable();
    }

    @Override
    public void test(SavedArchive archive) {
        model.test(ArchiveClients.of(archive, user.getText(), password.getText()));
    }

    private void search() {
        if (!search.isDisabled()) {
            model.search(ArchiveClients.of(chosen.getValue(), user.getText(), password.getText()), query.query());
        }
    }

    private void fetch() {
        List<RemoteStudy> wanted = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (wanted.isEmpty() || model.busy()) {
            return;
        }
        Optional<Path> folder = Optional.empty();
        if (keep.isSelected()) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("archive.keep"));
            File place = chooser.showDialog(stage);
            if (place == null) {
                return;
            }
            folder = Optional.of(place.toPath());
        }
        model.fetch(ArchiveClients.of(chosen.getValue(), user.getText(), password.getText()), wanted, folder);
    }

    private void enable() {
        SavedArchive archive = chosen.getValue();
        boolean usable = archive != null && ArchiveClients.flaw(archive).isEmpty();
        search.setDisable(model.busy() || !usable);
        fetch.setDisable(model.busy() || !usable || table.getSelectionModel().isEmpty());
        boolean web = archive != null && archive.web;
        login.setVisible(web);
        login.setManaged(web);
    }

    private void showStatus(Status now) {
        boolean busy = now.activity() != Activity.NOTHING;
        bar.setVisible(busy);
        stop.setVisible(busy);
        boolean counted = now.activity() == Activity.FETCHING && now.total() > 0;
        bar.setProgress(counted ? now.done() / (double) now.total() : ProgressBar.INDETERMINATE_PROGRESS);
        said.setText(sentence(now));
        said.getStyleClass().remove("tags-remark");
        if (now.end() == ArchiveModel.End.FAILED) {
            said.getStyleClass().add("tags-remark");
        }
        enable();
    }

    private String sentence(Status now) {
        if (now.activity() == Activity.FETCHING) {
            return now.total() > 0
                    ? texts.get("archive.fetchingOf", now.done(), now.total())
                    : texts.get("archive.fetching", now.done());
        }
        return now.activity() == Activity.NOTHING
                ? texts.get("archive.end." + now.end(), now.done(), now.problem())
                : texts.get("archive.activity." + now.activity());
    }
}
