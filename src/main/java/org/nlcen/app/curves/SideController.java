package org.nlcen.app.curves;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.attack.TransferModel;
import org.nlcen.app.base.Notices;
import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.inside.InsideModel;
import org.nlcen.app.inside.InsidePane;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.attack.AttackPlan;
import org.nlcen.metric.Overlap;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCard.Figure;

/** The curve of each network over epsilon, and the table of numbers. */
public final class SideController {
    private static final double DOT = 4;
    private static final double SCROLL_BAR = 12;

    private final BenchModel bench;
    private final FiguresModel figures;
    private final LibraryModel library;
    private final Notices notices;
    private final Texts texts;
    private final Pulse draw = new Pulse(this::draw);
    private final Line marker = new Line();
    private InsidePane inside;
    private NumbersNote aboutNumbers;
    private NumbersTable numbersTable;
    private NumbersWindow window;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab transferTab;

    @FXML
    private Tab insideTab;

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
    private VBox numbers;

    @FXML
    private StackPane chartBox;

    @FXML
    private HBox numbersHead;

    @FXML
    private Label numbersTitle;

    @FXML
    private Button about;

    @FXML
    private Button copy;

    @FXML
    private Button ownWindow;

    @FXML
    private ScrollPane tableScroll;

    @FXML
    private GridPane table;

    public SideController(BenchModel bench, FiguresModel figures, LibraryModel library, Notices notices, Texts texts) {
        this.bench = bench;
        this.figures = figures;
        this.library = library;
        this.notices = notices;
        this.texts = texts;
    }

    /** The page that looks into a network asks about another place, given as parts of width and height. */
    public void choosePlace(double u, double v) {
        inside.place(u, v);
    }

    @FXML
    private void initialize() {
        ToggleGroup measure = new ToggleGroup();
        measure.getToggles().setAll(dic, jsc);
        measure.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                draw.ask();
            }
        });
        marker.getStyleClass().add("epsilon-marker");
        marker.setManaged(false);
        chartOver.getChildren().add(marker);
        xAxis.setLabel(texts.get("curve.epsilon"));
        yAxis.setTickLabelFormatter(new AxisNumbers(texts));
        copy.setOnAction(event -> copy());
        ownWindow.setOnAction(event -> showWindow());
        transferTab.setContent(new TransferPane(bench, notices, texts));
        inside = new InsidePane(bench, new InsideModel(bench, Platform::runLater), texts);
        ScrollPane insideScroll = new ScrollPane(inside);
        insideScroll.setFitToWidth(true);
        insideScroll.getStyleClass().add("edge-to-edge");
        insideTab.setContent(insideScroll);
        insideTab.selectedProperty().addListener((property, before, now) -> inside.active(now));
        bench.transfer().stateProperty().addListener((property, before, now) -> {
            if (now == TransferModel.State.RUNNING) {
                tabs.getSelectionModel().select(transferTab);
            }
        });
        new BenchChanges(bench, figures, this::otherNetworks, draw::ask);
        xAxis.widthProperty().addListener((property, before, now) -> draw.ask());
        yAxis.heightProperty().addListener((property, before, now) -> draw.ask());
        // the table may be wider than the panel: it scrolls instead of squeezing the names
        table.setMinWidth(Region.USE_PREF_SIZE);
        tableScroll.setMinViewportWidth(0);
        // the chart has what the table's lines leave
        chartBox.prefHeightProperty()
                .bind(numbers.heightProperty()
                        .subtract(numbersHead.heightProperty().multiply(2))
                        .subtract(table.heightProperty())
                        .subtract(SCROLL_BAR));
        numbersTable = new NumbersTable(table, tableScroll, NumbersTable.Columns.NARROW, bench, figures, texts);
        aboutNumbers = new NumbersNote(about);
        draw.ask();
    }

    private void otherNetworks() {
        // made at once: without networks nothing would be drawn, and the dots of those before would stay
        makeSeries();
        draw.ask();
    }

    /** Where the table gets a window of its own. */
    public void windowsBy(Panels panels) {
        window = new NumbersWindow(panels, bench, figures, library, texts, this::copy);
    }

    /** Shows the table in a window of its own. */
    public void showWindow() {
        window.show();
    }

    /** Copies all numbers computed so far as CSV, and says so. */
    public void copy() {
        copy.setDisable(true);
        figures.measureAll(() -> {
            copy.setDisable(false);
            long networks = bench.columns().stream()
                    .filter(column -> column.countProperty().get() > 0)
                    .count();
            int lines = bench.columns().stream()
                    .mapToInt(column -> column.countProperty().get())
                    .sum();
            if (lines == 0) {
                notices.add(texts.get("numbers.nothing"));
                return;
            }
            ClipboardContent content = new ClipboardContent();
            content.putString(NumbersCsv.of(bench, Subject.of(library.image()).scale(), figures::figures));
            Clipboard.getSystemClipboard().setContent(content);
            notices.tell(texts.get("numbers.copied", networks, lines));
        });
    }

    private void draw() {
        if (chart.getScene() != null && chart.isVisible()) {
            drawCurves();
            placeMarker();
            Subject subject = Subject.of(library.image());
            numbersTable.fill(subject);
            about.setVisible(library.image() != null);
            aboutNumbers.say(subject.explained(texts));
            numbersTitle.setText(texts.get("numbers.title", texts.epsilon(bench.epsilon())));
        }
    }

    private void drawCurves() {
        boolean dice = dic.isSelected();
        ToDoubleFunction<Figure> published = dice ? Figure::dic : Figure::jsc;
        ToDoubleFunction<Overlap> measured = dice ? Overlap::dic : Overlap::jsc;
        if (chart.getData().size() != 2 * bench.columns().size()) {
            makeSeries();
        }
        for (int i = 0; i < bench.columns().size(); i++) {
            ColumnModel column = bench.columns().get(i);
            fill(
                    chart.getData().get(2 * i),
                    published(bench.plan(), column.card()).stream()
                            .map(figure -> point(figure.epsilon(), published.applyAsDouble(figure)))
                            .toList());
            fill(
                    chart.getData().get(2 * i + 1),
                    column.outcomes().stream()
                            .map(outcome -> point(outcome.epsilon(), measured.applyAsDouble(outcome.overlap())))
                            .toList());
        }
    }

    /** What a card says in the order of epsilon; cards tell of the paper's attack, beside another one it would mislead. */
    static List<Figure> published(AttackPlan plan, ModelCard card) {
        return plan.equals(AttackPlan.PAPER)
                ? card.figures().stream()
                        .sorted(Comparator.comparingDouble(Figure::epsilon))
                        .toList()
                : List.of();
    }

    private static XYChart.Data<Number, Number> point(double epsilon, double value) {
        return new XYChart.Data<>(epsilon, value);
    }

    /** Adds the points that are new; only other numbers (another image, another measure) set all of them anew. */
    private static void fill(XYChart.Series<Number, Number> series, List<XYChart.Data<Number, Number>> points) {
        List<XYChart.Data<Number, Number>> data = series.getData();
        int known = 0;
        for (XYChart.Data<Number, Number> point : points) {
            if (known < data.size() && same(point, data.get(known))) {
                known++;
            }
        }
        if (known < data.size()) {
            data.clear();
        }
        for (int i = 0; i < points.size(); i++) {
            if (i >= data.size() || !same(points.get(i), data.get(i))) {
                data.add(i, points.get(i));
            }
        }
    }

    private static boolean same(XYChart.Data<Number, Number> a, XYChart.Data<Number, Number> b) {
        return a.getXValue().equals(b.getXValue()) && a.getYValue().equals(b.getYValue());
    }

    private void makeSeries() {
        chart.getData().clear();
        chartOver.getChildren().setAll(marker);
        for (int i = 0; i < bench.columns().size(); i++) {
            ColumnModel column = bench.columns().get(i);
            String stroke = "-fx-stroke: " + Palette.web(column.colour()) + "; ";
            addSeries(stroke + "-fx-stroke-width: 1; -fx-stroke-dash-array: 2 5; -fx-opacity: 0.8;");
            addSeries(stroke + "-fx-stroke-width: 2;" + (i < Palette.SIZE ? "" : " -fx-stroke-dash-array: 9 5;"));
            Circle dot = new Circle(DOT, column.colour());
            dot.setManaged(false);
            dot.getStyleClass().add("curve-dot");
            chartOver.getChildren().add(dot);
        }
    }

    private void addSeries(String style) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        chart.getData().add(series);
        series.getNode().setStyle(style);
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
        ToDoubleFunction<Overlap> measured = dic.isSelected() ? Overlap::dic : Overlap::jsc;
        for (int i = 0; i < bench.columns().size(); i++) {
            Node dot = chartOver.getChildren().get(i + 1);
            Optional<Outcome> outcome = bench.columns().get(i).outcome(bench.epsilon());
            dot.setVisible(outcome.isPresent());
            dot.setLayoutX(Math.round(x) + 0.5);
            outcome.ifPresent(
                    found -> dot.setLayoutY(top + yAxis.getDisplayPosition(measured.applyAsDouble(found.overlap()))));
        }
    }
}
