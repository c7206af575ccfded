package org.nlcen.app.attack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.ColourMap;
import org.nlcen.app.viewer.ComparisonPainter;
import org.nlcen.app.viewer.CurtainPainter;
import org.nlcen.app.viewer.DimmedPainter;
import org.nlcen.app.viewer.Foreground.Probabilities;
import org.nlcen.app.viewer.HeatPainter;
import org.nlcen.app.viewer.InputPainter;
import org.nlcen.app.viewer.Painter;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.app.viewer.PerturbationPainter;
import org.nlcen.app.viewer.TintPainter;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/** The pictures of one column, one for each row that is switched on. */
final class ColumnCells {
    private static final double MASK_OPACITY = 0.5;
    private static final double AGREEMENT_OPACITY = 0.78;

    private final BenchModel bench;
    private final PaneGroup group;
    private final Texts texts;
    private final VBox box;
    private final Runnable repaint;
    private final Map<BenchRow, Cell> cells = new EnumMap<>(BenchRow.class);
    private List<BenchRow> rows = List.of();
    private Mask planeOf;
    private float[] plane;

    /** @param repaint called when a pane's window changes */
    ColumnCells(VBox box, BenchModel bench, PaneGroup group, Texts texts, Runnable repaint) {
        this.box = box;
        this.repaint = repaint;
        this.bench = bench;
        this.group = group;
        this.texts = texts;
    }

    /** Paints what a column shows now. */
    void paint(ColumnModel model, boolean compact) {
        arrange();
        boolean first = model == bench.columns().get(0);
        rows.forEach(row -> cells.get(row).tabStop(first && row == rows.get(0)));
        Optional<Outcome> shown = model.shown();
        if (shown.isEmpty() || bench.input().isEmpty()) {
            rows.forEach(row -> cells.get(row).pane().show(null));
            return;
        }
        Optional<Outcome> weak =
                bench.compare().on() ? model.outcome(bench.compare().weak()) : Optional.empty();
        String name = CardTexts.name(model.card(), texts);
        double place = bench.compare().curtainProperty().get();
        for (BenchRow row : rows) {
            Cell cell = cells.get(row);
            Painter now = painter(row, model, shown.get());
            cell.pane()
                    .show(weak.map(other -> (Painter) new CurtainPainter(painter(row, model, other), now, place))
                            .orElse(now));
            cell.curtain(weak.isPresent(), first && row == rows.get(0));
            cell.caption(caption(row, shown.get(), weak, compact), name);
            cell.manipulated(row == BenchRow.ATTACKED && shown.get().epsilon() > 0);
        }
    }

    private void arrange() {
        List<BenchRow> wanted = bench.rows().shown();
        if (!wanted.equals(rows)) {
            rows = wanted;
            box.getChildren()
                    .setAll(rows.stream()
                            .map(row -> cells.computeIfAbsent(row, this::cell))
                            .toList());
        }
    }

    private Cell cell(BenchRow row) {
        Cell cell = new Cell(
                group.another(),
                bench.compare().curtainProperty(),
                texts.get("mark.adversarial"),
                texts.get("compare.curtain"));
        cell.pane().windowing().currentProperty().addListener((property, before, now) -> repaint.run());
        cell.pane().windowing().invertedProperty().addListener((property, before, now) -> repaint.run());
        if (row == BenchRow.PROBABILITY) {
            Region bar = new Region();
            bar.getStyleClass().add("heat-bar");
            bar.setStyle("-fx-background-color: " + ColourMap.gradient() + ";");
            HBox legend = new HBox(new Label("0"), bar, new Label("1"));
            legend.getStyleClass().add("heat-legend");
            legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            legend.setMouseTransparent(true);
            StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
            cell.getChildren().add(cell.getChildren().size() - 1, legend);
        }
        return cell;
    }

    private Painter painter(BenchRow row, ColumnModel model, Outcome outcome) {
        NetworkInput input = bench.input().orElseThrow();
        float[] image = outcome.example().image();
        float[] foreground = outcome.example().segmentation().foreground();
        InputPainter picture = InputPainter.through(cells.get(row).pane().windowing(), image, input.channels());
        return switch (row) {
            case ATTACKED -> picture;
            case PERTURBATION -> new PerturbationPainter(input.values(), image, input.channels(), gain(outcome));
            case MASK ->
                new TintPainter(
                        picture, new Probabilities(foreground), Palette.rgb(model.colour()), MASK_OPACITY, false);
            case AGREEMENT ->
                bench.reference(model)
                        .map(reference -> (Painter) new ComparisonPainter(
                                new DimmedPainter(picture),
                                new Probabilities(foreground),
                                new Probabilities(plane(reference)),
                                AGREEMENT_OPACITY))
                        .orElse(picture);
            case PROBABILITY -> new HeatPainter(picture, foreground, 1, 1);
        };
    }

    /** Both sides of a curtain are magnified alike, or they could not be compared. */
    private int gain(Outcome outcome) {
        double strongest =
                bench.compare().on() ? Math.max(bench.epsilon(), bench.compare().weak()) : outcome.epsilon();
        return PerturbationPainter.gainFor(strongest);
    }

    private String caption(BenchRow row, Outcome outcome, Optional<Outcome> weak, boolean compact) {
        double epsilon = outcome.epsilon();
        String name =
                switch (row) {
                    case ATTACKED -> epsilon > 0 ? texts.get("cell.attacked") : texts.get("cell.clean");
                    case PERTURBATION ->
                        epsilon > 0 ? texts.get("cell.perturbation", gain(outcome)) : texts.get("cell.noPerturbation");
                    case MASK -> texts.get("cell.mask");
                    case AGREEMENT ->
                        texts.get(
                                compact
                                        ? "cell.agreement"
                                        : bench.truth().isPresent() ? "cell.agreementTruth" : "cell.agreementOwn");
                    case PROBABILITY -> texts.get("cell.probability");
                };
        if (weak.isPresent()) {
            return texts.get(
                    compact ? "cell.twoShort" : "cell.two",
                    name,
                    texts.epsilon(weak.get().epsilon()),
                    texts.epsilon(epsilon));
        }
        return row == BenchRow.ATTACKED && epsilon > 0 ? texts.get("cell.at", name, texts.epsilon(epsilon)) : name;
    }

    private float[] plane(Mask reference) {
        if (reference != planeOf) {
            planeOf = reference;
            plane = Planes.of(reference);
        }
        return plane;
    }
}
