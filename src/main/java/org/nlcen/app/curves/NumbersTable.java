package org.nlcen.app.curves;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.base.Texts;

/** Fills a grid: a row for each figure, a column for each network, for the epsilon on the screen. */
final class NumbersTable {

    /** One line of the table. */
    private record Row(String key, Function<Figures, String> text) {}

    private static final double NUMBER_WIDTH = 54;

    private final GridPane grid;
    private final BenchModel bench;
    private final FiguresModel figures;
    private final Texts texts;

    NumbersTable(GridPane grid, BenchModel bench, FiguresModel figures, Texts texts) {
        this.grid = grid;
        this.bench = bench;
        this.figures = figures;
        this.texts = texts;
    }

    void fill() {
        List<ColumnModel> columns = bench.columns();
        if (grid.getColumnCount() != columns.size() + 1 || grid.getRowCount() != rows().size() + 1) {
            lay(columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnModel column = columns.get(i);
            Label head = cell(0, i);
            head.setText(column.card().name());
            head.setStyle("-fx-text-fill: " + Palette.web(column.colour()) + ";");
            Optional<Figures> known = column.late()
                    ? Optional.empty()
                    : column.shown().flatMap(outcome -> figures.figures(column, outcome));
            for (int row = 0; row < rows().size(); row++) {
                cell(row + 1, i).setText(known.map(rows().get(row).text()).orElse("–"));
            }
        }
    }

    private void lay(int columns) {
        grid.getChildren().clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH);
            numbers.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(numbers);
        }
        grid.add(new Label(), 0, 0);
        for (int row = 0; row < rows().size(); row++) {
            Label name = new Label(texts.get("numbers." + rows().get(row).key()));
            name.getStyleClass().add("muted");
            grid.add(name, 0, row + 1);
        }
        for (int i = 0; i < columns; i++) {
            for (int row = 0; row <= rows().size(); row++) {
                Label label = new Label();
                label.getStyleClass().add(row == 0 ? "table-head" : "number");
                grid.add(label, i + 1, row);
            }
        }
    }

    private Label cell(int row, int column) {
        int names = rows().size() + 1;
        return (Label) grid.getChildren().get(names + column * (rows().size() + 1) + row);
    }

    private List<Row> rows() {
        return List.of(
                new Row("dic", f -> texts.number(f.dic(), 3)),
                new Row("jsc", f -> texts.number(f.jsc(), 3)),
                new Row("hd95", f -> f.hd95().map(d -> texts.number(d, 1)).orElse("–")),
                new Row("area", f -> texts.number(f.area() * 100, 1)),
                new Row("flipped", f -> texts.number(f.flipped() * 100, 1)),
                new Row("linf", f -> texts.number(f.norms().linf(), 1)),
                new Row("l2", f -> texts.number(f.norms().l2(), 0)),
                new Row(
                        "psnr",
                        f -> Double.isInfinite(f.norms().psnr())
                                ? "∞"
                                : texts.number(f.norms().psnr(), 1)),
                new Row("ssim", f -> texts.number(f.ssim(), 3)));
    }
}
