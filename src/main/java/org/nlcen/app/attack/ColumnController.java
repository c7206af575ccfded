package org.nlcen.app.attack;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.attack.ColumnModel.Stage;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.AgreementPainter;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.app.viewer.InputPainter;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.app.viewer.PerturbationPainter;
import org.nlcen.attack.Epsilons;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;

/** One network's column: attacked image, perturbation, mask and numbers. A column is used again for other networks. */
public final class ColumnController {
    private static final PseudoClass ADVERSARIAL = PseudoClass.getPseudoClass("adversarial");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private static final double ROOM_FOR_CHANGE = 205;
    private static final int CHANGE_COLUMN = 3;
    private static final double CHANGE_PERCENT = 30;

    private final BenchModel bench;
    private final Texts texts;
    private final Pulse refresh = new Pulse(this::refresh);
    private final ChangeListener<Object> listener = (value, before, now) -> refresh.ask();
    private final Cell image;
    private final Cell perturbation;
    private final Cell mask;
    private ColumnModel model;
    private Mask planeOf;
    private float[] plane;

    @FXML
    private VBox root;

    @FXML
    private Rectangle swatch;

    @FXML
    private Label name;

    @FXML
    private Label chip;

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

    /** A picture with its caption and, top right, a mark. */
    private static final class Cell {
        private final ImagePane pane;
        private final Label caption = new Label();
        private final Label mark = new Label();
        private final StackPane box;

        Cell(PaneGroup group) {
            pane = group.another();
            caption.getStyleClass().add("cell-caption");
            mark.getStyleClass().add("adversarial-mark");
            mark.setVisible(false);
            box = new StackPane(pane, caption, mark);
            box.getStyleClass().add("cell");
            box.setMinSize(0, 60);
            box.setPrefSize(200, 200);
            StackPane.setAlignment(caption, Pos.TOP_LEFT);
            StackPane.setAlignment(mark, Pos.BOTTOM_RIGHT);
            caption.setMouseTransparent(true);
            mark.setMouseTransparent(true);
            VBox.setVgrow(box, Priority.ALWAYS);
        }

        void caption(String text) {
            caption.setText(text);
            pane.setAccessibleText(text);
        }
    }

    public ColumnController(BenchModel bench, PaneGroup group, Texts texts) {
        this.bench = bench;
        this.texts = texts;
        image = new Cell(group);
        perturbation = new Cell(group);
        mask = new Cell(group);
    }

    @FXML
    private void initialize() {
        cells.getChildren().setAll(List.of(image.box, perturbation.box, mask.box));
        image.mark.setText(texts.get("mark.adversarial"));
        mask.caption.getStyleClass().add("mask-caption");
        // a narrow column has no room for the difference; it is in the table beside
        root.widthProperty().addListener((property, before, now) -> {
            boolean wide = now.doubleValue() >= ROOM_FOR_CHANGE;
            List.of(changeHead, dicChange, jscChange).forEach(label -> label.setManaged(wide));
            List.of(changeHead, dicChange, jscChange).forEach(label -> label.setVisible(wide));
            numbers.getColumnConstraints().get(CHANGE_COLUMN).setPercentWidth(wide ? CHANGE_PERCENT : 0);
        });
        for (Cell cell : List.of(image, mask)) {
            cell.pane.windowing().currentProperty().addListener(listener);
            cell.pane.windowing().invertedProperty().addListener(listener);
        }
        bench.epsilonProperty().addListener(listener);
    }

    /** Shows another network; null for none. */
    public void show(ColumnModel next) {
        if (model != null) {
            model.stageProperty().removeListener(listener);
            model.shownProperty().removeListener(listener);
            model.reachProperty().removeListener(listener);
        }
        model = next;
        if (next == null) {
            return;
        }
        next.stageProperty().addListener(listener);
        next.shownProperty().addListener(listener);
        next.reachProperty().addListener(listener);
        root.setId("column-" + next.id());
        swatch.setFill(Palette.of(next.colour()));
        name.setText(next.card().name());
        facts.setText(factsOf(next));
        refresh();
    }

    private String factsOf(ColumnModel column) {
        String size = texts.get("column.parameters", texts.number(column.card().parameters() / 1e6, 1));
        return column.card()
                .figure(0)
                .map(figure -> size + " · " + texts.get("column.figure", texts.number(figure.dic(), 3)))
                .orElse(size);
    }

    private void refresh() {
        if (model == null) {
            return;
        }
        boolean ready = model.stage() == Stage.READY;
        boolean usable = ready || model.stage() == Stage.FAILED && model.shown().isPresent();
        cover.setVisible(!ready);
        cells.setVisible(usable);
        chip.setText(chipText());
        chip.setVisible(!chip.getText().isEmpty());
        root.pseudoClassStateChanged(LATE, ready && model.late());
        cover();
        paint();
        numbers();
    }

    private String chipText() {
        if (model.stage() != Stage.READY || !model.late() || bench.activity() == BenchModel.Activity.PAUSED) {
            return "";
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
                        : model.problemProperty().get());
    }

    private static String icon(Stage stage) {
        return stage == Stage.FAILED ? "mdi2a-alert-circle-outline" : "mdi2s-school-outline";
    }

    private void paint() {
        Optional<Outcome> shown = model == null ? Optional.empty() : model.shown();
        if (shown.isEmpty() || bench.input().isEmpty()) {
            List.of(image, perturbation, mask).forEach(cell -> cell.pane.show(null));
            return;
        }
        Outcome outcome = shown.get();
        NetworkInput input = bench.input().get();
        double epsilon = outcome.epsilon();
        float[] attackedImage = outcome.example().image();
        image.pane.show(InputPainter.through(image.pane.windowing(), attackedImage, input.channels()));
        int gain = PerturbationPainter.gainFor(epsilon);
        perturbation.pane.show(new PerturbationPainter(input.values(), attackedImage, input.channels(), gain));
        bench.reference(model)
                .ifPresent(against -> mask.pane.show(new AgreementPainter(
                        InputPainter.through(mask.pane.windowing(), attackedImage, input.channels()),
                        outcome.example().segmentation().foreground(),
                        plane(against))));
        boolean attacked = epsilon > 0;
        image.mark.setVisible(attacked);
        image.box.pseudoClassStateChanged(ADVERSARIAL, attacked);
        image.caption(attacked ? texts.get("cell.attacked", texts.epsilon(epsilon)) : texts.get("cell.clean"));
        perturbation.caption(attacked ? texts.get("cell.perturbation", gain) : texts.get("cell.noPerturbation"));
        mask.caption(texts.get(bench.truth().isPresent() ? "cell.maskTruth" : "cell.maskOwn"));
    }

    private float[] plane(Mask reference) {
        if (reference != planeOf) {
            planeOf = reference;
            plane = Planes.of(reference);
        }
        return plane;
    }

    private void numbers() {
        Optional<Overlap> clean = model.clean().map(Outcome::overlap);
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
