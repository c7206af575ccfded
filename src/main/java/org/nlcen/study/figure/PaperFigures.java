package org.nlcen.study.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.nlcen.study.Summary;
import org.nlcen.study.figure.Chart.Point;
import org.nlcen.study.figure.Chart.Series;
import org.nlcen.study.figure.Chart.Style;

/**
 * The figures of He et al. 2019 that show robustness, from measured summaries: 4 (the six networks on lungs), 5 (on skin), 7
 * (NLCEN taken apart), 8 (NLCE in the other networks), and one more for networks trained against attacks.
 */
public final class PaperFigures {
    private static final List<String> FAMILIES = List.of("nlcen", "slsdeep", "nwcn", "unet", "invertednet", "cdnn");
    /** The whole network before its narrower forms. */
    private static final List<String> WIDTHS = List.of("", "-half", "-quarter");

    private static final List<String> ABLATION = List.of("", "frozen", "no-nl", "no-ce", "no-nlce");
    private static final Map<String, double[][]> PAPER = Map.of(
            "lung", new double[][] {{0, 0.971, 0.945}, {32, 0.963, 0.929}},
            "skin", new double[][] {{0, 0.907, 0.844}, {32, 0.801, 0.704}});

    private final List<Summary> summaries;
    private final Map<String, String> names;
    private final String images;

    /**
     * A figure.
     *
     * @param id the file's name without ending
     */
    public record Figure(String id, Chart chart) {}

    /** One network's place in a figure. */
    private record Curve(String id, int colour, Style style) {}

    /**
     * @param names of the networks for people, by id
     * @param images which images they were measured on
     */
    public PaperFigures(List<Summary> summaries, Map<String, String> names, String images) {
        this.summaries = List.copyOf(summaries);
        this.names = Map.copyOf(names);
        this.images = images;
    }

    /** Those figures for which at least two strengths of one network are there; networks in none of them have one more. */
    public List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (String task : List.of("lung", "skin")) {
            List<Curve> six = new ArrayList<>();
            for (String family : FAMILIES) {
                curve(family, "", task, FAMILIES.indexOf(family), Style.SOLID, six);
            }
            String number = task.equals("lung") ? "figure-4" : "figure-5";
            add(figures, shown, number, "Robustness of the compared networks", task, six, 1);
            List<Curve> parts = new ArrayList<>();
            for (String variant : ABLATION) {
                curve("nlcen", variant, task, ABLATION.indexOf(variant), Style.SOLID, parts);
            }
            add(figures, shown, "figure-7", "NLCEN taken apart", task, parts, 2);
            add(figures, shown, "figure-8", "NLCE in the other networks", task, pairs("nlce", task), 2);
            add(figures, shown, "robust-" + task, "Training against attacks", task, pairs("robust", task), 1);
        }
        List<Curve> rest = new ArrayList<>();
        for (String id : names.keySet().stream().sorted().toList()) {
            if (!shown.contains(id) && measured(id)) {
                rest.add(new Curve(id, rest.size(), Style.SOLID));
            }
        }
        add(figures, shown, "other-networks", "Robustness", "", rest, 1);
        return figures;
    }

    /** Each family that has the variant, beside its plain network. */
    private List<Curve> pairs(String variant, String task) {
        List<Curve> curves = new ArrayList<>();
        for (String family : FAMILIES) {
            List<Curve> with = new ArrayList<>();
            int colour = FAMILIES.indexOf(family);
            curve(family, variant, task, colour, Style.SOLID, with);
            if (!with.isEmpty()) {
                curve(family, "", task, colour, Style.DASHED, curves);
                curves.addAll(with);
            }
        }
        return curves;
    }

    private void curve(String family, String variant, String task, int colour, Style style, List<Curve> into) {
        String suffix = (variant.isEmpty() ? "" : "-" + variant) + "-" + task;
        WIDTHS.stream()
                .map(width -> family + width + suffix)
                .filter(this::measured)
                .findFirst()
                .ifPresent(id -> into.add(new Curve(id, colour, style)));
    }

    private boolean measured(String id) {
        return summaries.stream().filter(s -> s.model().equals(id)).count() > 1;
    }

    private void add(
            List<Figure> figures,
            Set<String> shown,
            String id,
            String title,
            String task,
            List<Curve> curves,
            int atLeast) {
        if (curves.size() < atLeast
                || figures.stream().anyMatch(figure -> figure.id().equals(id))) {
            return;
        }
        boolean beside = id.equals("figure-4") || id.equals("figure-5");
        boolean hasNlcen = curves.get(0).id().equals("nlcen-" + task);
        List<String> caption = List.of(
                images + "; mean of the images' own values, band: 95% bootstrap interval.",
                "Targeted iterative FGSM, goal the inverse of the true mask.");
        figures.add(new Figure(
                id,
                new Chart(
                        title + ", " + images,
                        caption,
                        List.of(
                                panel("DIC", curves, Summary::dic, beside && hasNlcen ? task : "", 1),
                                panel("JSC", curves, Summary::jsc, beside && hasNlcen ? task : "", 2)))));
        curves.forEach(curve -> shown.add(curve.id()));
    }

    private Chart.Panel panel(
            String label, List<Curve> curves, Function<Summary, Summary.Mean> measure, String paper, int column) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            List<Point> points = summaries.stream()
                    .filter(s -> s.model().equals(curve.id()))
                    .map(s -> {
                        Summary.Mean mean = measure.apply(s);
                        return new Point(s.epsilon(), mean.value(), mean.low(), mean.high(), s.images());
                    })
                    .toList();
            series.add(new Series(names.getOrDefault(curve.id(), curve.id()), curve.colour(), curve.style(), points));
        }
        if (!paper.isEmpty()) {
            List<Point> points = new ArrayList<>();
            for (double[] printed : PAPER.get(paper)) {
                points.add(new Point(printed[0], printed[column], printed[column], printed[column], 0));
            }
            series.add(new Series("NLCEN in the paper", 0, Style.POINTS, points));
        }
        return new Chart.Panel(label, series);
    }
}
