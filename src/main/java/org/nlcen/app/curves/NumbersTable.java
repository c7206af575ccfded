package org.nlcen.app.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.image.NetworkInput;

/** Fills a grid: a row for each figure, a column for each network, for the epsilon on the screen. */
final class NumbersTable {

    /** One line of the table; {@code text} gets the figures of the epsilon on the screen and the clean ones. */
    private record Row(String key, BiFunction<Figures, Figures, String> text) {}

    /** How the columns share the room. */
    enum Columns {
        /** One narrow width for all, that most can be seen; one or two networks are named in full. */
        NARROW,
        /** Every network is named in full. */
        NAMED
    }

    private static final double NUMBER_WIDTH = 49;
    /** Wider, and a line is hard to follow. */
    private static final double NUMBER_MOST = 84;

    private static final int NAMED_ALWAYS = 2;

    private static final double PIXELS = NetworkInput.SIZE * NetworkInput.SIZE;

    private static final String KIND = "kind";

    private final GridPane grid;
    private final BenchModel bench;
    private final FiguresModel figures;
    private final Texts texts;
    private final ObservableNumberValue scrolled;
    private final Columns widths;
    private Subject subject = Subject.of(null);
    private List<Row> rows = List.of();

    /** @param scroll what the grid is scrolled in */
    NumbersTable(
            GridPane grid, ScrollPane scroll, Columns widths, BenchModel bench, FiguresModel figures, Texts texts) {
        this.grid = grid;
        this.widths = widths;
        this.bench = bench;
        this.figures = figures;
        this.texts = texts;
        this.scrolled = scrolled(scroll);
    }

    /** Points by which the content is scrolled to the right. */
    private static ObservableNumberValue scrolled(ScrollPane scroll) {
        Region content = (Region) scroll.getContent();
        return Bindings.createDoubleBinding(
                () -> scroll.getHvalue()
                        * Math.max(
                                0,
                                content.getWidth() - scroll.getViewportBounds().getWidth()),
                scroll.hvalueProperty(),
                scroll.viewportBoundsProperty(),
                content.widthProperty());
    }

    void fill(Subject shown) {
        subject = shown;
        rows = rows();
        List<ColumnModel> columns = bench.columns();
        if (grid.getColumnCount() != columns.size() + 1
                || grid.getRowCount() != rows.size() + 1
                || !kind().equals(grid.getProperties().get(KIND))) {
            lay(columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnModel column = columns.get(i);
            Label head = cell(0, i);
            head.setText(
                    named(columns.size())
                            ? CardTexts.name(column.card(), texts)
                            : CardTexts.shortName(column.card(), texts));
            head.setStyle("-fx-border-color: " + Palette.web(column.colour()) + ";");
            Optional<Figures> known = column.late()
                    ? Optional.empty()
                    : column.shown().flatMap(outcome -> figures.figures(column, outcome));
            Optional<Figures> clean = column.clean().flatMap(outcome -> figures.figures(column, outcome));
            for (int row = 0; row < rows.size(); row++) {
                BiFunction<Figures, Figures, String> text = rows.get(row).text();
                cell(row + 1, i)
                        .setText(known.flatMap(now -> clean.map(before -> text.apply(now, before)))
                                .orElse("–"));
            }
        }
    }

    private boolean named(int columns) {
        return widths == Columns.NAMED || columns <= NAMED_ALWAYS;
    }

    private void lay(int columns) {
        grid.getChildren().clear();
        grid.getProperties().put(KIND, kind());
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().setAll(names);
        for (int i = 0; i < columns; i++) {
            double width = named(columns) ? Region.USE_COMPUTED_SIZE : NUMBER_WIDTH;
            ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH, width, Math.max(width, NUMBER_MOST));
            if (widths == Columns.NAMED) {
                numbers.setMinWidth(Region.USE_PREF_SIZE);
                numbers.setMaxWidth(Double.MAX_VALUE);
            }
            numbers.setHgrow(Priority.ALWAYS);
            numbers.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(numbers);
        }
        Label corner = new Label();
        keep(corner);
        grid.add(corner, 0, 0);
        for (int row = 0; row < rows.size(); row++) {
            Label name = new Label(texts.get("numbers." + rows.get(row).key()));
            name.getStyleClass().add("muted");
            keep(name);
            grid.add(name, 0, row + 1);
        }
        for (int i = 0; i < columns; i++) {
            for (int row = 0; row <= rows.size(); row++) {
                Label label = new Label();
                label.getStyleClass().addAll(row == 0 ? List.of("table-head", "network-head-line") : List.of("number"));
                grid.add(label, i + 1, row);
            }
        }
    }

    /** The names stay at the left edge while the columns are scrolled below them. */
    private void keep(Label name) {
        name.getStyleClass().add("kept-name");
        name.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        name.setViewOrder(-1);
        name.translateXProperty().bind(scrolled);
    }

    /** What the names of the rows depend on. */
    private String kind() {
        return subject.scale().spacing().isPresent() + " " + subject.lungs();
    }

    private Label cell(int row, int column) {
        int names = rows.size() + 1;
        return (Label) grid.getChildren().get(names + column * (rows.size() + 1) + row);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("dic", (f, clean) -> texts.number(f.dic(), 3)));
        rows.add(new Row("jsc", (f, clean) -> texts.number(f.jsc(), 3)));
        boolean known = subject.scale().spacing().isPresent();
        rows.add(new Row(known ? "hd95Mm" : "hd95Pixels", (f, clean) -> (known ? f.hd95Mm() : f.hd95())
                .map(distance -> texts.number(distance, 1))
                .orElse("–")));
        area(rows, "area", f -> f.area() * PIXELS);
        if (subject.lungs()) {
            area(rows, "right", f -> (double) f.lungs().right());
            area(rows, "left", f -> (double) f.lungs().left());
            rows.add(new Row("ratio", (f, clean) -> ratio(f, value -> texts.number(value, 2))));
            rows.add(new Row(
                    "ratioChange",
                    (f, clean) -> clean.lungs().ratio().isEmpty()
                            ? "–"
                            : ratio(
                                    f,
                                    value -> texts.change(
                                            value - clean.lungs().ratio().getAsDouble(), 2))));
        }
        rows.add(new Row("flipped", (f, clean) -> texts.number(f.flipped() * 100, 1)));
        rows.add(new Row("linf", (f, clean) -> texts.number(f.norms().linf(), 1)));
        rows.add(new Row("l2", (f, clean) -> texts.number(f.norms().l2(), 0)));
        rows.add(new Row(
                "psnr",
                (f, clean) -> Double.isInfinite(f.norms().psnr())
                        ? "∞"
                        : texts.number(f.norms().psnr(), 1)));
        rows.add(new Row("ssim", (f, clean) -> texts.number(f.ssim(), 3)));
        return rows;
    }

    /** An area and its change: in square centimetres where the pixels' size is known, else in parts of the image. */
    private void area(List<Row> rows, String key, ToDoubleFunction<Figures> pixels) {
        Scale scale = subject.scale();
        boolean known = scale.spacing().isPresent();
        String unit = known ? "Cm2" : "Percent";
        ToDoubleFunction<Figures> size = known
                ? f -> scale.cm2(pixels.applyAsDouble(f)).orElseThrow()
                : f -> pixels.applyAsDouble(f) / PIXELS * 100;
        int decimals = known ? 0 : 1;
        rows.add(new Row(key + unit, (f, clean) -> texts.number(size.applyAsDouble(f), decimals)));
        rows.add(new Row(
                "change", (f, clean) -> texts.change(size.applyAsDouble(f) - size.applyAsDouble(clean), decimals)));
    }

    private static String ratio(Figures figures, DoubleFunction<String> text) {
        OptionalDouble ratio = figures.lungs().ratio();
        return ratio.isPresent() ? text.apply(ratio.getAsDouble()) : "–";
    }
}
