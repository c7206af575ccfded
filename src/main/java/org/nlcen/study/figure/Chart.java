package org.nlcen.study.figure;

import java.util.List;

/**
 * What a figure of robustness curves shows: panels side by side over one axis of strengths, with a legend below.
 *
 * @param title above the panels
 * @param caption below the legend, one line an entry
 * @param panels at least one
 */
public record Chart(String title, List<String> caption, List<Panel> panels) {
    public Chart {
        caption = List.copyOf(caption);
        panels = List.copyOf(panels);
    }

    /**
     * One panel; values within 0..1.
     *
     * @param label of the vertical axis
     * @param series in the order of the legend, the same in every panel
     */
    public record Panel(String label, List<Series> series) {
        public Panel {
            series = List.copyOf(series);
        }
    }

    /**
     * One curve, or single points.
     *
     * @param name in the legend
     * @param colour which of the palette
     * @param style how it is drawn
     * @param points ascending by strength
     */
    public record Series(String name, int colour, Style style, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** How a curve is drawn. */
    public enum Style {
        /** A line with dots and a band for the interval. */
        SOLID,
        /** The same, dashed. */
        DASHED,
        /** Hollow points without a line: somebody else's figures. */
        POINTS
    }

    /**
     * A value with its interval.
     *
     * @param epsilon grey levels
     * @param value mean; {@code low} and {@code high} equal it where no interval is known
     * @param images how many images; 0 where it is not known
     */
    public record Point(double epsilon, double value, double low, double high, int images) {}
}
