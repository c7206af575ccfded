package org.nlcen.app.curves;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Notices;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.ColourMap;

/** The page with the transfer matrix: a row for each network an image was made against, a column for each it was shown to. */
final class TransferPane extends VBox {
    private static final double CELL_MOST = 46;
    /** The narrowest that holds a number of two decimals in small type. */
    private static final double CELL_LEAST = 30;

    private static final double CELL_HEIGHT = 28;
    /** Names wrap at their spaces: wide enough for the longest word of one. */
    private static final double NAME = 72;
    /** As in the style sheet. */
    private static final double GAP = 3;

    private final BenchModel bench;
    private final Texts texts;
    private final Label words = new Label();
    private final Button start = new Button();
    private final Button copy = new Button("CSV");
    private final ProgressBar progress = new ProgressBar();
    private final GridPane grid = new GridPane();
    private final HBox legend;
    private final Pulse draw = new Pulse(this::draw);
    private final ChangeListener<Object> coloured = (value, before, now) -> draw.ask();
    private List<ColumnModel> watched = List.of();
    private double room;

    TransferPane(BenchModel bench, Notices notices, Texts texts) {
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
        copy.getStyleClass().addAll("small", "flat");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(texts.get("transfer.copy"));
        copy.setTooltip(new Tooltip(texts.get("transfer.copy")));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(TransferCsv.of(bench));
            Clipboard.getSystemClipboard().setContent(content);
            notices.tell(texts.get(
                    "transfer.copied", bench.transfer().countProperty().get()));
        });
        HBox bar = new HBox(start, progress, copy);
        bar.getStyleClass().add("transfer-bar");
        grid.getStyleClass().add("transfer-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.viewportBoundsProperty().addListener((property, before, now) -> {
            if (before.getWidth() != now.getWidth()) {
                room = now.getWidth();
                draw.ask();
            }
        });
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
        copy.setDisable(transfer.countProperty().get() == 0);
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
        double width = cellWidth(room, networks.size());
        for (int i = 0; i < networks.size(); i++) {
            grid.add(head(networks.get(i), width), i + 1, 0);
            Label row = name(networks.get(i));
            row.setStyle("-fx-border-color: " + Palette.web(networks.get(i).colour()) + ";");
            row.getStyleClass().add("network-head-line");
            row.setMaxHeight(Double.MAX_VALUE);
            grid.add(row, 0, i + 1);
            for (int k = 0; k < networks.size(); k++) {
                grid.add(cell(transfer, networks.get(i), networks.get(k), width), k + 1, i + 1);
            }
        }
    }

    /**
     * As wide as lets all columns be seen, while a number has room.
     *
     * @param room for the whole matrix
     */
    static double cellWidth(double room, int columns) {
        double fitting = Math.floor((room - NAME) / Math.max(1, columns) - GAP);
        return Math.max(CELL_LEAST, Math.min(CELL_MOST, fitting));
    }

    /** A column's name is read upwards: across there is room for none. */
    private Node head(ColumnModel network, double width) {
        Label label = name(network);
        label.setRotate(-90);
        Region line = new Region();
        line.setMinSize(width, 2);
        line.setMaxHeight(2);
        line.setStyle("-fx-background-color: " + Palette.web(network.colour()) + ";");
        VBox head = new VBox(GAP, new Group(label), line);
        head.setAlignment(Pos.BOTTOM_CENTER);
        return head;
    }

    private Label name(ColumnModel network) {
        Label label = new Label(CardTexts.name(network.card(), texts));
        label.getStyleClass().addAll("table-head", "small-text");
        label.setWrapText(true);
        label.setPrefWidth(NAME);
        label.setMinWidth(NAME);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(label.getText()));
        return label;
    }

    private Label cell(TransferModel transfer, ColumnModel source, ColumnModel shown, double width) {
        Label cell = new Label();
        cell.getStyleClass().addAll("transfer-cell", "number");
        if (width < CELL_MOST) {
            cell.getStyleClass().add("small-text");
        }
        cell.setMinSize(width, CELL_HEIGHT);
        cell.setMaxHeight(Double.MAX_VALUE);
        cell.setAlignment(Pos.CENTER);
        transfer.cell(source, shown).ifPresent(overlap -> {
            double dic = overlap.dic();
            cell.setText(texts.number(dic, 2));
            cell.setStyle("-fx-background-color: " + ColourMap.web(dic) + "; -fx-text-fill: "
                    + (ColourMap.bright(dic) ? "#10141a" : "#f2f5f8") + ";"
                    + (source == shown ? " -fx-font-weight: bold;" : ""));
            cell.setAccessibleText(texts.get(
                    "transfer.cell",
                    CardTexts.name(source.card(), texts),
                    CardTexts.name(shown.card(), texts),
                    texts.number(dic, 3)));
        });
        return cell;
    }
}
