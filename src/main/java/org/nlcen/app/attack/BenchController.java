package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.nlcen.app.base.Parts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.Agreement;

/** The columns of the bench side by side. */
public final class BenchController {
    private final BenchModel bench;
    private final Parts parts;
    private final Texts texts;
    private final List<Parts.Part<ColumnController>> pool = new ArrayList<>();

    @FXML
    private HBox legend;

    @FXML
    private Button choose;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox columns;

    @FXML
    private VBox empty;

    public BenchController(BenchModel bench, Parts parts, Texts texts) {
        this.bench = bench;
        this.parts = parts;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        for (Agreement agreement : Agreement.values()) {
            Label entry = new Label(texts.get("agreement." + agreement), new Rectangle(10, 10, agreement.color()));
            entry.setMinWidth(Region.USE_PREF_SIZE);
            legend.getChildren().add(entry);
        }
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> rebuild());
        rebuild();
    }

    /** What the button that chooses networks does. */
    public void onChoose(Runnable action) {
        choose.setOnAction(event -> action.run());
    }

    /** The button that chooses networks, to hang its list on. */
    public Node chooser() {
        return choose;
    }

    private void rebuild() {
        List<ColumnModel> shown = List.copyOf(bench.columns());
        while (pool.size() < shown.size()) {
            pool.add(parts.load(ColumnController.class, "column.fxml"));
        }
        for (int i = 0; i < pool.size(); i++) {
            pool.get(i).controller().show(i < shown.size() ? shown.get(i) : null);
        }
        columns.getChildren()
                .setAll(pool.subList(0, shown.size()).stream()
                        .map(Parts.Part::view)
                        .toList());
        empty.setVisible(shown.isEmpty());
        scroll.setVisible(!shown.isEmpty());
    }
}
