package org.nlcen.app.curves;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.attack.TransferModel;
import org.nlcen.app.attack.TransferModel.State;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.ColourMap;

/** The page with the transfer matrix: a row for each network an image was made against, a column for each it was shown to. */
final class TransferPane extends VBox {
    private static final double CELL = 46;
    private static final double CELL_HEIGHT = 28;

    private final BenchModel bench;
    private final Texts texts;
    private final Label words = new Label();
    private final Button start = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final GridPane grid = new GridPane();
    private final HBox legend;
    private final Pulse draw = new Pulse(this::draw);
    private final ChangeListener<Object> coloured = (value, before, now) -> draw.ask();
    private List<ColumnModel> watched = List.of();

    TransferPane(BenchModel bench, Texts texts) {
        this.bench = bench;
        this.texts = texts;
        getStyleClass().add("transfer");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("muted", "small-text");
        start.getStyleClass().add("small");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(event -> {
            if (bench.transfer().state() == State.RUNNING) {
                bench.transfer().stop();
            } else {
                bench.computeTransfer();
            }
        });
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox bar = new HBox(start, progress);
        bar.getStyleClass().add("transfer-bar");
        grid.getStyleClass().add("transfer-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Region heat = new Region();
        heat.getStyleClass().add("heat-bar");
        heat.setStyle("-fx-background-color: " + ColourMap.gradient() + ";");
        legend = new HBox(new Label(texts.get("transfer.low")), heat, new Label(texts.get("transfer.high")));
        legend.getStyleClass().add("inside-legend");
        getChildren().addAll(words, bar, legend, scroll);
        bench.transfer().stateProperty().addListener((property, before, now) -> draw.ask());
        bench.transfer().countProperty().addListener((property, before, now) -> draw.ask());
        bench.epsilonProperty().addListener((property, before, now) -> draw.ask());
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> watch());
        watch();
        draw();
    }

    private void watch() {
        watched.forEach(column -> column.colourProperty().removeListener(coloured));
        watched = List.copyOf(bench.columns());
        watched.forEach(column -> column.colourProperty().addListener(coloured));
        draw.ask();
    }

    private void draw() {
        TransferModel transfer = bench.transfer();
        boolean running = transfer.state() == State.RUNNING;
        boolean any = !bench.columns().isEmpty() && bench.input().isPresent();
        start.setDisable(!any);
        start.setText(
                running ? texts.get("transfer.stop") : texts.get("transfer.start", texts.epsilon(bench.epsilon())));
        progress.setVisible(running);
        progress.setProgress(
                transfer.total() == 0 ? 0 : transfer.countProperty().get() / (double) transfer.total());
        words.setText(
                switch (transfer.state()) {
                    case NONE -> texts.get(any ? "transfer.none" : "transfer.empty");
                    case RUNNING, STOPPED, DONE ->
                        texts.get(
                                "transfer." + transfer.state(),
                                texts.epsilon(transfer.epsilon()),
                                transfer.countProperty().get(),
                                transfer.total());
                });
        legend.setVisible(transfer.state() != State.NONE);
        fill(transfer);
    }

    private void fill(TransferModel transfer) {
        grid.getChildren().clear();
        List<ColumnModel> networks = transfer.networks();
        for (int i = 0; i < networks.size(); i++) {
            grid.add(name(networks.get(i), CELL, Pos.CENTER), i + 1, 0);
            Label row = name(networks.get(i), Region.USE_COMPUTED_SIZE, Pos.CENTER_LEFT);
            row.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(row, 0, i + 1);
            for (int k = 0; k < networks.size(); k++) {
                grid.add(cell(transfer, networks.get(i), networks.get(k)), k + 1, i + 1);
            }
        }
    }

    private static Label name(ColumnModel network, double width, Pos place) {
        Label label = new Label(network.card().name());
        label.setStyle("-fx-border-color: " + Palette.web(network.colour()) + ";");
        label.getStyleClass().addAll("table-head", "small-text", "network-head-line");
        label.setPrefWidth(width);
        label.setAlignment(place);
        return label;
    }

    private Label cell(TransferModel transfer, ColumnModel source, ColumnModel shown) {
        Label cell = new Label();
        cell.getStyleClass().addAll("transfer-cell", "number");
        cell.setMinSize(CELL, CELL_HEIGHT);
        cell.setAlignment(Pos.CENTER);
        transfer.cell(source, shown).ifPresent(overlap -> {
            double dic = overlap.dic();
            cell.setText(texts.number(dic, 2));
            cell.setStyle("-fx-background-color: " + ColourMap.web(dic) + "; -fx-text-fill: "
                    + (ColourMap.bright(dic) ? "#10141a" : "#f2f5f8") + ";"
                    + (source == shown ? " -fx-font-weight: bold;" : ""));
            cell.setAccessibleText(texts.get(
                    "transfer.cell", source.card().name(), shown.card().name(), texts.number(dic, 3)));
        });
        return cell;
    }
}
