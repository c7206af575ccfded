package org.nlcen.app.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.base.Texts;
import org.nlcen.metric.Overlap;
import org.nlcen.model.ModelCard.Figure;

/** The curve of each network over epsilon, and the table of numbers. */
public final class SideController {
    private final BenchModel bench;
    private final FiguresModel figures;
    private final Texts texts;
    private final ChangeListener<Object> columnListener = (value, before, now) -> later();
    private final List<ColumnModel> watched = new ArrayList<>();
    private final Line marker = new Line();
    private boolean scheduled;

    @FXML
    private ToggleButton dic;

    @FXML
    private ToggleButton jsc;

    @FXML
    private LineChart<Number, Number> chart;

    @FXML
    private NumberAxis xAxis;

    @FXML
    private NumberAxis yAxis;

    @FXML
    private Pane chartOver;

    @FXML
    private Label numbersTitle;

    @FXML
    private Button copy;

    @FXML
    private GridPane table;

    public SideController(BenchModel bench, FiguresModel figures, Texts texts) {
        this.bench = bench;
        this.figures = figures;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        ToggleGroup measure = new ToggleGroup();
        measure.getToggles().setAll(dic, jsc);
        measure.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                later();
            }
        });
        marker.getStyleClass().add("epsilon-marker");
        marker.setManaged(false);
        chartOver.getChildren().add(marker);
        xAxis.setLabel(texts.get("curve.epsilon"));
        copy.setOnAction(event -> copy());
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> watch());
        bench.epsilonProperty().addListener((property, before, now) -> later());
        figures.knownProperty().addListener(columnListener);
        xAxis.widthProperty().addListener(columnListener);
        yAxis.heightProperty().addListener(columnListener);
        watch();
    }

    /** Copies all numbers computed so far as CSV. */
    public void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(NumbersCsv.of(bench));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void watch() {
        for (ColumnModel column : watched) {
            column.countProperty().removeListener(columnListener);
            column.stageProperty().removeListener(columnListener);
        }
        watched.clear();
        watched.addAll(bench.columns());
        for (ColumnModel column : watched) {
            column.countProperty().addListener(columnListener);
            column.stageProperty().addListener(columnListener);
        }
        later();
    }

    /** Many changes in one pulse draw once. */
    private void later() {
        if (!scheduled) {
            scheduled = true;
            Platform.runLater(() -> {
                scheduled = false;
                if (chart.getScene() != null && chart.isVisible()) {
                    drawCurves();
                    placeMarker();
                    new NumbersTable(table, bench, figures, texts).fill();
                    numbersTitle.setText(texts.get("numbers.title", texts.epsilon(bench.epsilon())));
                }
            });
        }
    }

    private void drawCurves() {
        List<XYChart.Series<Number, Number>> wanted = new ArrayList<>();
        boolean dice = dic.isSelected();
        ToDoubleFunction<Figure> published = dice ? Figure::dic : Figure::jsc;
        ToDoubleFunction<Overlap> measured = dice ? Overlap::dic : Overlap::jsc;
        for (ColumnModel column : watched) {
            XYChart.Series<Number, Number> dataset = new XYChart.Series<>();
            column.card().figures().stream()
                    .sorted((a, b) -> Double.compare(a.epsilon(), b.epsilon()))
                    .forEach(figure -> dataset.getData()
                            .add(new XYChart.Data<>(figure.epsilon(), published.applyAsDouble(figure))));
            wanted.add(dataset);
            XYChart.Series<Number, Number> image = new XYChart.Series<>();
            for (Outcome outcome : column.outcomes()) {
                image.getData().add(new XYChart.Data<>(outcome.epsilon(), measured.applyAsDouble(outcome.overlap())));
            }
            wanted.add(image);
        }
        chart.getData().setAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            String colour = Palette.web(watched.get(i / 2).colour());
            style(wanted.get(i), colour, i % 2 == 0);
        }
    }

    private static void style(XYChart.Series<Number, Number> series, String colour, boolean dataset) {
        String line =
                dataset ? "-fx-stroke-width: 1; -fx-stroke-dash-array: 2 5; -fx-opacity: 0.8;" : "-fx-stroke-width: 2;";
        series.getNode().setStyle("-fx-stroke: " + colour + "; " + line);
        for (XYChart.Data<Number, Number> data : series.getData()) {
            String dot = dataset ? "-fx-background-color: transparent;" : "-fx-background-color: " + colour + ";";
            data.getNode().setStyle(dot + " -fx-padding: 2.2; -fx-background-radius: 3;");
        }
    }

    private void placeMarker() {
        double x = chartOver
                .sceneToLocal(xAxis.localToScene(xAxis.getDisplayPosition(bench.epsilon()), 0))
                .getX();
        double top = chartOver.sceneToLocal(yAxis.localToScene(0, 0)).getY();
        marker.setStartX(Math.round(x) + 0.5);
        marker.setEndX(Math.round(x) + 0.5);
        marker.setStartY(top);
        marker.setEndY(top + yAxis.getHeight());
    }
}
