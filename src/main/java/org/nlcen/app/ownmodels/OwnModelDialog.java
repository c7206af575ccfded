package org.nlcen.app.ownmodels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Texts;
import org.nlcen.model.Task;
import org.nlcen.network.Architecture;

/** What a file of weights is for, and whether its origin is trusted. */
final class OwnModelDialog {
    private static final double WIDTH = 460;
    private static final double GAP = 10;

    private final Texts texts;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextField name = new TextField();
    private final ChoiceBox<Architecture> architecture = new ChoiceBox<>();
    private final ChoiceBox<Task> task = new ChoiceBox<>();

    /**
     * What the user said.
     *
     * @param name for lists, not empty
     */
    record Answer(String name, Architecture architecture, Task task) {}

    /** @param fitting the architectures the file can be for, at least one */
    OwnModelDialog(Texts texts, Path file, List<Architecture> fitting, Task usual) {
        this.texts = texts;
        name.setText(file.getFileName().toString().replaceFirst("\\.safetensors$", ""));
        name.setId("ownNetworkName");
        architecture.getItems().setAll(fitting);
        architecture.setValue(fitting.get(0));
        architecture.setConverter(shown(Architecture::title));
        task.getItems().setAll(Task.values());
        task.setValue(usual);
        task.setConverter(shown(value -> texts.get("ownNetwork.task." + value)));
    }

    /** @return empty where the user does not trust the file */
    Optional<Answer> ask(Window owner) {
        Label head = new Label(texts.get("ownNetwork.question"));
        head.getStyleClass().add("dialog-head");
        head.setWrapText(true);
        Label why = new Label(texts.get("ownNetwork.why"));
        why.setWrapText(true);
        VBox box = new VBox(head, why, fields());
        box.getStyleClass().add("dialog-box");
        box.setPrefWidth(WIDTH);

        ButtonType add = new ButtonType(texts.get("ownNetwork.add"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("ownNetwork.title"));
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(box);
        pane.getButtonTypes().setAll(add, cancel);
        pane.lookupButton(add)
                .disableProperty()
                .bind(name.textProperty().map(text -> text.isBlank()).orElse(true));
        Dress.as(owner, pane);
        return dialog.showAndWait()
                .filter(add::equals)
                .map(yes -> new Answer(name.getText(), architecture.getValue(), task.getValue()));
    }

    private GridPane fields() {
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide);
        row(grid, 0, "ownNetwork.name", name);
        row(grid, 1, "ownNetwork.architecture", architecture);
        row(grid, 2, "ownNetwork.finds", task);
        architecture.setMaxWidth(Double.MAX_VALUE);
        task.setMaxWidth(Double.MAX_VALUE);
        return grid;
    }

    private void row(GridPane grid, int row, String key, Node field) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.CENTER);
        grid.addRow(row, label, field);
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("only chosen from a list");
            }
        };
    }
}
