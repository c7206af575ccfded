package org.nlcen.app.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.CollectionModel.ImageRow;
import org.nlcen.app.library.CollectionModel.Row;
import org.nlcen.dicom.study.Instance;

/** Left of the image: studies and series as small pictures; there while more than one image is open. */
public final class LibraryStrip {
    private static final double WIDTH = 188;

    private final LibraryModel library;
    private final CollectionModel collection;
    private final ObservableBooleanValue hidden;
    private final Texts texts;
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", true);
    private final ExecutorService maker = Executors.newSingleThreadExecutor(LibraryStrip::daemon);
    private final Thumbnails thumbnails;
    private final ListView<Row> list = new ListView<>();
    private final Hyperlink report = new Hyperlink();
    private final Label place = new Label();
    private final Slider slider = new Slider(1, 2, 1);
    private final VBox seriesBox = new VBox(place, slider);
    private final VBox view;
    private boolean following;

    /** @param hidden whether nothing may tell who the patient is */
    public LibraryStrip(LibraryModel library, ObservableBooleanValue hidden, Texts texts) {
        this.library = library;
        this.collection = library.collection();
        this.hidden = hidden;
        this.texts = texts;
        thumbnails = new Thumbnails(maker, Platform::runLater, collection::damaged);
        list.setItems(collection.rows());
        list.setCellFactory(all -> new RowCell(collection, thumbnails, hidden, texts));
        list.setId("libraryList");
        list.setAccessibleText(texts.get("library.title"));
        list.setFocusTraversable(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        view = new VBox(header(), list, seriesBox, foot());
        view.getStyleClass().add("library-strip");
        view.setId("libraryStrip");
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        view.setMaxWidth(WIDTH);
        seriesBox.getStyleClass().add("library-series");
        slider.setId("seriesSlider");
        listen();
        arrange();
        showSeries();
    }

    /** The strip; takes no room while it is not needed. */
    public Region view() {
        return view;
    }

    /** Whether the user wants to see it when there is something in it. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    private void listen() {
        list.setOnMouseClicked(event -> openSelected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                openSelected();
                event.consume();
            }
        });
        Pulse soon = new Pulse(this::arrange);
        collection.rows().addListener((Observable rows) -> {
            thumbnails.clear();
            soon.ask();
        });
        collection.skipped().addListener((Observable skipped) -> soon.ask());
        collection.openedProperty().addListener(opened -> soon.ask());
        wanted.addListener(value -> arrange());
        collection.currentProperty().addListener((property, before, now) -> showCurrent());
        hidden.addListener(value -> list.refresh());
        slider.valueProperty().addListener((property, before, now) -> slide(now.intValue() - 1));
    }

    private HBox header() {
        Label title = new Label(texts.get("library.title"));
        title.getStyleClass().add("pane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon("mdi2c-chevron-left"));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip(texts.get("library.collapse")));
        close.setAccessibleText(texts.get("library.collapse"));
        close.setOnAction(event -> wanted.set(false));
        HBox header = new HBox(title, gap, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private VBox foot() {
        report.setId("loadReport");
        report.setOnAction(event -> showReport());
        // with very many images the sentence is longer than the strip is wide
        report.setWrapText(true);
        VBox foot = new VBox(report);
        foot.getStyleClass().add("library-foot");
        return foot;
    }

    /** Tells what was not opened and why. */
    public void showReport() {
        LoadReport.show(view.getScene().getWindow(), collection, hidden.get(), texts);
    }

    private void arrange() {
        boolean shown = wanted.get() && collection.worthShowing();
        view.setVisible(shown);
        view.setManaged(shown);
        report.setText(texts.get(
                "library.report",
                collection.openedProperty().get(),
                collection.skipped().size()));
    }

    private void showCurrent() {
        list.refresh();
        collection.currentProperty().get().flatMap(collection::rowOf).ifPresent(row -> {
            int index = collection.rows().indexOf(row);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 2));
        });
        showSeries();
    }

    private void showSeries() {
        ImageRow row = collection
                .currentProperty()
                .get()
                .flatMap(collection::rowOf)
                .filter(found -> found.instances().size() > 1)
                .orElse(null);
        seriesBox.setVisible(row != null);
        seriesBox.setManaged(row != null);
        if (row != null) {
            int index =
                    row.instances().indexOf(collection.currentProperty().get().orElseThrow());
            following = true;
            slider.setMax(row.instances().size());
            slider.setValue(index + 1.0);
            following = false;
            place.setText(texts.get("library.place", index + 1, row.instances().size()));
        }
    }

    private void slide(int index) {
        collection.currentProperty().get().filter(now -> !following).ifPresent(now -> {
            ImageRow row = collection.rowOf(now).orElseThrow();
            Instance wish = row.instances().get(Math.min(index, row.instances().size() - 1));
            if (!wish.equals(now)) {
                library.open(wish);
            }
        });
    }

    private void openSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof ImageRow row) {
            boolean shown = collection
                    .currentProperty()
                    .get()
                    .filter(row.instances()::contains)
                    .isPresent();
            if (!shown) {
                library.open(row.instances().get(0));
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "thumbnails");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
