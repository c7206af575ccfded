package org.nlcen.study.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nlcen.study.figure.Mark.Area;
import org.nlcen.study.figure.Mark.Dot;
import org.nlcen.study.figure.Mark.Line;
import org.nlcen.study.figure.Mark.Spot;
import org.nlcen.study.figure.Mark.Text;

/** Where everything of a chart goes: from values to marks. */
final class ChartLayout {
    /** Okabe and Ito's colours, dark enough on white. */
    private static final List<String> PALETTE = List.of(
            "#0072b2", "#d55e00", "#009e73", "#b5548f", "#b8860b", "#3f3f3f", "#4aa3d8", "#7a5cc0", "#8a8a00",
            "#c03a3a");

    private static final String INK = "#1c1c1c";
    private static final String SOFT = "#5a5a5a";
    private static final String GRID = "#e2e2e2";
    private static final double PANEL_WIDTH = 400;
    private static final double PANEL_HEIGHT = 300;
    private static final double LEFT = 62;
    private static final double TOP = 64;
    private static final double GAP = 74;
    private static final double RIGHT = 24;
    private static final double TEXT = 13;
    private static final double LEGEND_ROW = 20;
    private static final double LEGEND_COLUMN = 218;

    private final Chart chart;
    private final double reach;
    private final List<Mark> marks = new ArrayList<>();

    ChartLayout(Chart chart) {
        this.chart = chart;
        this.reach = chart.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.points().stream())
                .mapToDouble(Chart.Point::epsilon)
                .max()
                .orElse(1);
    }

    double width() {
        int count = chart.panels().size();
        return LEFT + count * PANEL_WIDTH + (count - 1) * GAP + RIGHT;
    }

    double height() {
        return legendTop() + legendRows() * LEGEND_ROW + 12 + chart.caption().size() * 18 + 10;
    }

    private int columns() {
        return (int) Math.max(1, Math.floor((width() - LEFT) / LEGEND_COLUMN));
    }

    private int legendRows() {
        return (chart.panels().get(0).series().size() + columns() - 1) / columns();
    }

    private static double legendTop() {
        return TOP + PANEL_HEIGHT + 66;
    }

    /** Horizontal place of a strength in a panel. */
    double x(int panel, double epsilon) {
        return LEFT + panel * (PANEL_WIDTH + GAP) + epsilon / reach * PANEL_WIDTH;
    }

    /** Vertical place of a value within 0..1. */
    static double y(double value) {
        return TOP + (1 - value) * PANEL_HEIGHT;
    }

    /** All marks, those below first. */
    List<Mark> marks() {
        marks.clear();
        text(LEFT, 30, chart.title(), 17, true, INK, 0);
        for (int p = 0; p < chart.panels().size(); p++) {
            axes(p);
            for (Chart.Series series : chart.panels().get(p).series()) {
                band(p, series);
            }
            for (Chart.Series series : chart.panels().get(p).series()) {
                curve(p, chart.panels().get(p).label(), series);
            }
        }
        legend();
        double line = legendTop() + legendRows() * LEGEND_ROW + 12;
        for (String words : chart.caption()) {
            text(LEFT, line, words, 12, false, SOFT, 0);
            line += 18;
        }
        return List.copyOf(marks);
    }

    private void axes(int panel) {
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = y(tenth / 10.0);
            line(x(panel, 0), y, x(panel, reach), y, tenth == 0 ? SOFT : GRID);
            text(x(panel, 0) - 8, y + 4, number(tenth / 10.0), TEXT, false, SOFT, 1);
        }
        double step = step(reach);
        for (double epsilon = 0; epsilon <= reach + 1e-9; epsilon += step) {
            double x = x(panel, epsilon);
            line(x, y(0), x, y(0) + 5, SOFT);
            text(x, y(0) + 20, number(epsilon), TEXT, false, SOFT, 0.5);
        }
        double middle = x(panel, reach / 2);
        text(middle, y(0) + 42, "\u03b5 (grey levels of 255)", TEXT, false, INK, 0.5);
        marks.add(new Text(
                new Spot(x(panel, 0) - 42, y(0.5)), chart.panels().get(panel).label(), TEXT, true, INK, 0.5, true));
    }

    private static double step(double reach) {
        for (double step : new double[] {0.5, 1, 2, 4, 8, 16, 32}) {
            if (reach / step <= 8) {
                return step;
            }
        }
        return 64;
    }

    private void band(int panel, Chart.Series series) {
        boolean wide = series.points().stream().anyMatch(point -> point.high() > point.low());
        if (series.style() == Chart.Style.POINTS || series.points().size() < 2 || !wide) {
            return;
        }
        List<Spot> edge = new ArrayList<>();
        series.points().forEach(point -> edge.add(new Spot(x(panel, point.epsilon()), y(point.high()))));
        for (int i = series.points().size() - 1; i >= 0; i--) {
            Chart.Point point = series.points().get(i);
            edge.add(new Spot(x(panel, point.epsilon()), y(point.low())));
        }
        marks.add(new Area(edge, colour(series), 0.13));
    }

    private void curve(int panel, String measure, Chart.Series series) {
        List<Spot> spots = series.points().stream()
                .map(point -> new Spot(x(panel, point.epsilon()), y(point.value())))
                .toList();
        if (series.style() != Chart.Style.POINTS && spots.size() > 1) {
            marks.add(new Line(spots, colour(series), 2, series.style() == Chart.Style.DASHED ? 6 : 0));
        }
        for (int i = 0; i < spots.size(); i++) {
            dot(series, spots.get(i), tip(measure, series, series.points().get(i)));
        }
    }

    private void dot(Chart.Series series, Spot at, String tip) {
        boolean foreign = series.style() == Chart.Style.POINTS;
        boolean hollow = series.style() != Chart.Style.SOLID;
        marks.add(new Dot(at, foreign ? 5.5 : 3.2, colour(series), hollow, tip));
    }

    private static String tip(String measure, Chart.Series series, Chart.Point point) {
        String text = String.format(
                Locale.ROOT, "%s, \u03b5 %s: %s %.3f", series.name(), number(point.epsilon()), measure, point.value());
        if (point.high() > point.low()) {
            text += String.format(Locale.ROOT, " (%.3f to %.3f)", point.low(), point.high());
        }
        return point.images() > 0 ? text + ", " + point.images() + " images" : text;
    }

    private void legend() {
        List<Chart.Series> series = chart.panels().get(0).series();
        for (int i = 0; i < series.size(); i++) {
            double x = LEFT + i % columns() * LEGEND_COLUMN;
            double y = legendTop() + i / columns() * LEGEND_ROW;
            Chart.Series one = series.get(i);
            if (one.style() != Chart.Style.POINTS) {
                List<Spot> sample = List.of(new Spot(x, y - 4), new Spot(x + 26, y - 4));
                marks.add(new Line(sample, colour(one), 2, one.style() == Chart.Style.DASHED ? 6 : 0));
            }
            dot(one, new Spot(x + 13, y - 4), one.name());
            text(x + 34, y, one.name(), TEXT, false, INK, 0);
        }
    }

    private static String colour(Chart.Series series) {
        return PALETTE.get(Math.floorMod(series.colour(), PALETTE.size()));
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        marks.add(new Line(List.of(new Spot(x1, y1), new Spot(x2, y2)), colour, 1, 0));
    }

    private void text(double x, double y, String words, double size, boolean bold, String colour, double anchor) {
        marks.add(new Text(new Spot(x, y), words, size, bold, colour, anchor, false));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
