package org.nlcen.app.attack;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.FileChooser;

import org.nlcen.app.base.Parts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.viewer.Agreement;
import org.nlcen.model.Task;

/** The columns of the bench side by side, and above them what is attacked, how, and to which end. */
public final class BenchController {
    /** Below this width a column shows less. */
    private static final double NARROW = 160;

    private static final double MARGIN = 24;
    private static final double GAP = 8;

    private final BenchModel bench;
    private final NetworksModel networks;
    private final LibraryModel library;
    private final Parts parts;
    private final Texts texts;
    private final List<Parts.Part<ColumnController>> pool = new ArrayList<>();
    private AttackChooser attackChooser;
    private GoalChooser goalChooser;

    @FXML
    private HBox legend;

    @FXML
    private ToggleButton lung;

    @FXML
    private ToggleButton skin;

    @FXML
    private Button choose;

    @FXML
    private Button attack;

    @FXML
    private Button goal;

    @FXML
    private MenuButton source;

    @FXML
    private MenuButton rows;

    @FXML
    private ToggleButton compare;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox columns;

    @FXML
    private VBox empty;

    public BenchController(BenchModel bench, NetworksModel networks, LibraryModel library, Parts parts, Texts texts) {
        this.bench = bench;
        this.networks = networks;
        this.library = library;
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
        attackChooser = new AttackChooser(attack, bench, texts);
        goalChooser = new GoalChooser(goal, bench, texts, this::chooseGoalMask);
        new SourceChooser(source, bench, texts);
        new RowsChooser(rows, bench.rows(), texts);
        called(attack, "attack.title");
        called(goal, "goal.title");
        called(source, "source.title");
        compare.selectedProperty().bindBidirectional(bench.compare().onProperty());
        legend.visibleProperty().bind(bench.rows().shownProperty().map(shown -> shown.contains(BenchRow.AGREEMENT)));
        new PictureSteps(scroll, columns);
        tasks();
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> rebuild());
        rebuild();
        scroll.widthProperty().addListener((property, before, now) -> compact());
    }

    /** A screen reader says what a button is for, and what is chosen. */
    private void called(Labeled button, String title) {
        button.accessibleTextProperty().bind(button.textProperty().map(chosen -> texts.get(title) + ": " + chosen));
    }

    /** What the button that chooses networks does. */
    public void onChoose(Runnable action) {
        choose.setOnAction(event -> action.run());
    }

    /** The button that chooses networks, to hang its list on. */
    public Node chooser() {
        return choose;
    }

    /** Shows the list of attacks, or hides it. */
    public void chooseAttack() {
        attackChooser.open();
    }

    /** Shows the list of goals, or hides it. */
    public void chooseGoal() {
        goalChooser.open();
    }

    private void tasks() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(lung, skin);
        lung.setOnAction(event -> task(Task.LUNG));
        skin.setOnAction(event -> task(Task.SKIN));
        showTask();
    }

    private void task(Task wanted) {
        if (library.image() == null) {
            networks.task(wanted);
        } else {
            library.task(wanted);
        }
        // the switch follows what is there, not what is wished: the image may take its time
        showTask();
    }

    private void showTask() {
        Task task = library.image() == null ? networks.task() : library.image().task();
        lung.setSelected(task == Task.LUNG);
        skin.setSelected(task == Task.SKIN);
    }

    private void chooseGoalMask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("goal.chooseMask"));
        File file = chooser.showOpenDialog(goal.getScene().getWindow());
        if (file != null) {
            library.readMask(file.toPath(), goalChooser::take);
        }
    }

    private void rebuild() {
        List<ColumnModel> shown = List.copyOf(bench.columns());
        while (pool.size() < shown.size()) {
            pool.add(parts.load(ColumnController.class, "column.fxml"));
        }
        for (int i = 0; i < pool.size(); i++) {
            pool.get(i).controller().show(i < shown.size() ? shown.get(i) : null);
        }
        compact();
        columns.getChildren()
                .setAll(pool.subList(0, shown.size()).stream()
                        .map(Parts.Part::view)
                        .toList());
        empty.setVisible(shown.isEmpty());
        scroll.setVisible(!shown.isEmpty());
        showTask();
    }

    private void compact() {
        int shown = bench.columns().size();
        double room = (scroll.getWidth() - MARGIN + GAP) / Math.max(1, shown) - GAP;
        pool.subList(0, shown).forEach(column -> column.controller().compact(room < NARROW));
    }
}
