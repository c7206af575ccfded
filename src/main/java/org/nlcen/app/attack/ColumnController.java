package org.nlcen.app.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.attack.ColumnModel.Stage;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.app.viewer.OverlayEvent;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.attack.Epsilons;
import org.nlcen.metric.Overlap;

/** One network's column: its pictures, row by row, and numbers. A column is used again for other networks. */
public final class ColumnController {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double NAMES = 32;
    private static final double NARROW_NAMES = 23;

    private static final double ROOM_FOR_CHANGE = 205;
    private static final double ROOM_FOR_FACTS = 310;
    private static final int CHANGE_COLUMN = 3;
    private static final double CHANGE_PERCENT = 30;

    private final BenchModel bench;
    private final PaneGroup group;
    private final Texts texts;
    private final Pulse refresh = new Pulse(this::refresh);
    private final ChangeListener<Object> listener = (value, before, now) -> refresh.ask();
    private ColumnModel model;
    private ColumnCells pictures;
    private boolean compact;

    @FXML
    private VBox root;

    @FXML
    private Rectangle swatch;

    @FXML
    private Label name;

    @FXML
    private Label doubt;

    @FXML
    private Label role;

    @FXML
    private Label chip;

    @FXML
    private Label leftHead;

    @FXML
    private Label rightHead;

    @FXML
    private Label facts;

    @FXML
    private VBox cells;

    @FXML
    private VBox cover;

    @FXML
    private ProgressIndicator coverBusy;

    @FXML
    private FontIcon coverIcon;

    @FXML
    private Label coverTitle;

    @FXML
    private Label coverText;

    @FXML
    private GridPane numbers;

    @FXML
    private Label changeHead;

    @FXML
    private Label dicClean;

    @FXML
    private Label dicAttacked;

    @FXML
    private Label dicChange;

    @FXML
    private Label jscClean;

    @FXML
    private Label jscAttacked;

    @FXML
    private Label jscChange;

    public ColumnController(BenchModel bench, PaneGroup group, Texts texts) {
        this.bench = bench;
        this.group = group;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        pictures = new ColumnCells(cells, bench, group, texts, refresh::ask);
        // a narrow column has no room for the difference; it is in the table beside
        root.widthProperty().addListener((property, before, now) -> {
            boolean wide = now.doubleValue() >= ROOM_FOR_CHANGE;
            List.of(changeHead, dicChange, jscChange).forEach(label -> label.setManaged(wide));
            List.of(changeHead, dicChange, jscChange).forEach(label -> label.setVisible(wide));
            numbers.getColumnConstraints().get(CHANGE_COLUMN).setPercentWidth(wide ? CHANGE_PERCENT : 0);
            showFacts();
        });
        bench.epsilonProperty().addListener(listener);
        bench.rows().shownProperty().addListener(listener);
        bench.compare().onProperty().addListener(listener);
        bench.compare().weakProperty().addListener(listener);
        bench.compare().curtainProperty().addListener(listener);
    }

    /** Whether the column must do with little width. */
    public void compact(boolean narrow) {
        if (compact == narrow) {
            return;
        }
        compact = narrow;
        showName();
        root.pseudoClassStateChanged(COMPACT, narrow);
        facts.setVisible(!narrow);
        facts.setManaged(!narrow);
        chip.setManaged(!narrow);
        numbers.getColumnConstraints().get(0).setMinWidth(narrow ? NARROW_NAMES : NAMES);
        numbers.getColumnConstraints().get(0).setPrefWidth(narrow ? NARROW_NAMES : NAMES);
        refresh.ask();
    }

    /** Shows another network; null for none. */
    public void show(ColumnModel next) {
        if (model != null) {
            model.stageProperty().removeListener(listener);
            model.shownProperty().removeListener(listener);
            model.reachProperty().removeListener(listener);
            model.colourProperty().removeListener(listener);
        }
        model = next;
        if (next == null) {
            return;
        }
        next.stageProperty().addListener(listener);
        next.shownProperty().addListener(listener);
        next.reachProperty().addListener(listener);
        next.colourProperty().addListener(listener);
        root.setId("column-" + next.id());
        swatch.setOnMouseClicked(event -> swatch.fireEvent(new OverlayEvent(swatch)));
        showName();
        name.setTooltip(new Tooltip(CardTexts.name(next.card(), texts) + "\n" + facts(next)));
        showFacts();
        role.setText(texts.get(next.shownOnly() ? "column.shown" : "column.source"));
        role.setVisible(bench.plan().source().isPresent());
        role.setManaged(role.isVisible());
        showDoubt(next);
        refresh();
    }

    private void showName() {
        if (model != null) {
            name.setText(compact ? CardTexts.shortName(model.card(), texts) : CardTexts.name(model.card(), texts));
        }
    }

    /** A network that failed a check of its robustness is never shown without saying so. */
    private void showDoubt(ColumnModel column) {
        String failed = column.card().failedChecks().stream()
                .map(check -> "\n" + texts.get("card.check." + check.kind()))
                .collect(Collectors.joining());
        doubt.setVisible(!failed.isEmpty());
        doubt.setManaged(doubt.isVisible());
        doubt.setTooltip(doubt.isVisible() ? new Tooltip(texts.get("column.doubt") + failed) : null);
        root.setAccessibleText(CardTexts.name(column.card(), texts)
                + (doubt.isVisible() ? ". " + texts.get("column.doubt") + failed : ""));
    }

    /** Where there is no room for both, how good the network is counts for more than how large. */
    private void showFacts() {
        if (model != null) {
            String figure = figure(model);
            boolean narrow = root.getWidth() < ROOM_FOR_FACTS && !figure.isEmpty();
            facts.setText(narrow ? figure : facts(model));
        }
    }

    private String facts(ColumnModel column) {
        String size = texts.get("column.parameters", texts.number(column.card().parameters() / 1e6, 1));
        String figure = figure(column);
        return figure.isEmpty() ? size : size + " · " + figure;
    }

    /** Empty for a network that was not measured. */
    private String figure(ColumnModel column) {
        return column.card()
                .figure(0)
                .map(found -> texts.get("column.figure", texts.number(found.dic(), 3)))
                .orElse("");
    }

    private void refresh() {
        if (model == null) {
            return;
        }
        swatch.setFill(model.colour());
        boolean ready = model.stage() == Stage.READY;
        boolean usable = ready || model.stage() == Stage.FAILED && model.shown().isPresent();
        cover.setVisible(!ready);
        cells.setVisible(usable);
        chip.setText(chipText());
        chip.setVisible(!compact && !chip.getText().isEmpty());
        root.pseudoClassStateChanged(LATE, ready && model.late());
        cover();
        pictures.paint(model, compact);
        numbers();
    }

    private String chipText() {
        if (model.stage() != Stage.READY || !model.late() || bench.activity() == BenchModel.Activity.PAUSED) {
            return "";
        }
        if (!model.cost().sharing()) {
            return texts.get("column.computing");
        }
        int needed = (int) Math.floor(bench.epsilon());
        int reached = Math.min(needed, model.reachProperty().get());
        return texts.get("column.step", reached, Epsilons.steps(bench.epsilon()));
    }

    private void cover() {
        Stage stage = model.stage();
        boolean noImage = stage == Stage.WAITING && bench.input().isEmpty();
        boolean busy = stage == Stage.WAITING && !noImage;
        coverBusy.setVisible(busy);
        coverBusy.setManaged(busy);
        coverIcon.setVisible(!busy);
        coverIcon.setManaged(!busy);
        coverIcon.setIconLiteral(noImage ? "mdi2i-image-outline" : icon(stage));
        coverTitle.setText(texts.get(noImage ? "column.noImage" : "column.stage." + stage));
        coverText.setText(
                stage == Stage.NOT_TRAINED
                        ? texts.get("column.trainIt", model.id())
                        : ReasonTexts.of(model.problemProperty().get(), texts));
    }

    private static String icon(Stage stage) {
        return stage == Stage.FAILED ? "mdi2a-alert-circle-outline" : "mdi2s-school-outline";
    }

    private void numbers() {
        CompareModel two = bench.compare();
        leftHead.setText(
                two.on() || compact
                        ? texts.get("column.epsilon", texts.epsilon(two.on() ? two.weak() : 0))
                        : texts.get("column.clean"));
        rightHead.setText(
                two.on() || compact
                        ? texts.get("column.epsilon", texts.epsilon(bench.epsilon()))
                        : texts.get("column.attacked"));
        Optional<Overlap> clean = model.outcome(two.on() ? two.weak() : 0).map(Outcome::overlap);
        Optional<Overlap> attacked =
                model.late() ? Optional.empty() : model.shown().map(Outcome::overlap);
        dicClean.setText(text(clean.map(Overlap::dic)));
        dicAttacked.setText(text(attacked.map(Overlap::dic)));
        dicChange.setText(change(clean.map(Overlap::dic), attacked.map(Overlap::dic)));
        jscClean.setText(text(clean.map(Overlap::jsc)));
        jscAttacked.setText(text(attacked.map(Overlap::jsc)));
        jscChange.setText(change(clean.map(Overlap::jsc), attacked.map(Overlap::jsc)));
        numbers.setDisable(model.stage() == Stage.NOT_TRAINED);
    }

    private String text(Optional<Double> value) {
        return value.map(number -> texts.number(number, 3)).orElse("–");
    }

    private String change(Optional<Double> from, Optional<Double> to) {
        return from.isPresent() && to.isPresent() ? texts.change(to.get() - from.get(), 3) : "–";
    }
}
