package org.nlcen.app.library;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.CollectionModel.ImageRow;
import org.nlcen.app.library.CollectionModel.Row;
import org.nlcen.dicom.study.Instance;

/** A line of the library strip: a study's heading, or an image with its small picture. */
final class RowCell extends ListCell<Row> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double PICTURE = 56;

    private final CollectionModel collection;
    private final Thumbnails thumbnails;
    private final ObservableBooleanValue hidden;
    private final Texts texts;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(new FontIcon("mdi2i-image-outline"), picture);
    private final Label title = new Label();
    private final VBox words = new VBox();
    private final HBox line = new HBox(frame, words);

    RowCell(CollectionModel collection, Thumbnails thumbnails, ObservableBooleanValue hidden, Texts texts) {
        this.collection = collection;
        this.thumbnails = thumbnails;
        this.hidden = hidden;
        this.texts = texts;
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        title.getStyleClass().add("row-title");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("library-row");
        getStyleClass().add("library-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean none) {
        super.updateItem(row, none);
        boolean image = !none && row instanceof ImageRow;
        getStyleClass().remove("study-cell");
        setGraphic(none ? null : line);
        setMouseTransparent(none || !image);
        if (none) {
            setTooltip(null);
            pseudoClassStateChanged(CURRENT, false);
            return;
        }
        if (!image) {
            getStyleClass().add("study-cell");
        }
        RowText text = RowText.of(row, hidden.get(), texts);
        title.setText(text.title());
        words.getChildren().setAll(title);
        for (String detail : text.detail()) {
            Label further = new Label(detail);
            further.getStyleClass().addAll("muted", "small-text");
            words.getChildren().add(further);
        }
        String all = text.title() + (text.detail().isEmpty() ? "" : "\n" + String.join("\n", text.detail()));
        setTooltip(image ? new Tooltip(all) : null);
        setAccessibleText(all.replace('\n', ' '));
        frame.setVisible(image);
        frame.setManaged(image);
        if (image) {
            show((ImageRow) row);
        } else {
            pseudoClassStateChanged(CURRENT, false);
        }
    }

    private void show(ImageRow row) {
        pseudoClassStateChanged(
                CURRENT,
                collection
                        .currentProperty()
                        .get()
                        .flatMap(collection::rowOf)
                        .filter(row::equals)
                        .isPresent());
        Instance first = row.instances().get(0);
        picture.setImage(thumbnails
                .of(first, made -> {
                    if (row.equals(getItem())) {
                        picture.setImage(made);
                    }
                })
                .orElse(null));
    }
}
