package org.nlcen.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nlcen.model.HonestyCheck;
import org.nlcen.model.ModelCard;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.RunFolder;
import org.nlcen.study.Summary;
import org.nlcen.study.figure.Figures;
import org.nlcen.study.figure.PaperFigures;

/** One HTML page of a study; figures and style are inside it, nothing is fetched. */
final class ReportPage {
    private static final double[] SHOWN = {0, 8, 16, 32};
    private static final int HARDEST = 5;
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1c1c1c; --soft: #5a5a5a; --line: #d8d8d8; --page: #ffffff; --bad: #b3261e; --good: #1b7a3d; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8e8e8; --soft: #a8a8a8; --line: #444444; --page: #1b1d1f; --bad: #ff8a80; --good: #7bd88f; }
            }
            body { font: 15px/1.5 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--page);
                   max-width: 1000px; margin: 2.5rem auto; padding: 0 1.25rem; }
            h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
            p, li { max-width: 75ch; } .soft { color: var(--soft); }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
            td.wide { white-space: normal; min-width: 22rem; } th { font-weight: 600; } td.number, th.number { text-align: right; }
            .interval { color: var(--soft); font-size: .87em; } .bad { color: var(--bad); font-weight: 600; } .good { color: var(--good); }
            figure { margin: 0 0 1.5rem; } figure svg { max-width: 100%; height: auto; border: 1px solid var(--line); }
            summary { cursor: pointer; } code { font-size: .92em; overflow-wrap: anywhere; white-space: normal; }
            """;

    private final StudyReport report;
    private final List<Summary> summaries;
    private final List<PaperFigures.Figure> figures;
    private final Map<String, String> broken;
    private final Map<String, String> names;
    private final StringBuilder page = new StringBuilder();

    ReportPage(
            StudyReport report,
            List<Summary> summaries,
            List<PaperFigures.Figure> figures,
            Map<String, String> broken) {
        this.report = report;
        this.summaries = summaries;
        this.figures = figures;
        this.broken = broken;
        this.names = report.names();
    }

    String html() {
        RunFolder.Identity identity = report.identity();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Robustness on ")
                .append(escaped(identity.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        tag("h1", "Robustness on " + escaped(identity.title()));
        page.append("<p class=\"soft\">NLCEN Viewer. For research and teaching only; not for diagnosis.</p>\n");
        tag(
                "p",
                "Mean over images of each image's own DIC (Dice) and JSC (Jaccard), with the 95% bootstrap interval of the"
                        + " mean. Attack: targeted iterative FGSM, steps of one grey level, goal the inverse of the true mask, 256\u00d7256"
                        + ("paper".equals(identity.attack())
                                ? ""
                                : "; <strong>" + escaped(identity.attack()) + "</strong>")
                        + ". The collection has " + identity.images()
                        + " images; the number measured stands beside each figure.");
        curves();
        figures();
        checks();
        hardest();
        brokenImages();
        networks();
        return page.append("</body>\n</html>\n").toString();
    }

    private void figures() {
        for (PaperFigures.Figure figure : figures) {
            page.append("<figure>").append(Figures.svg(figure.chart())).append("</figure>\n");
        }
    }

    private void curves() {
        if (summaries.isEmpty()) {
            return;
        }
        tag("h2", "Figures");
        table(summaries.stream().filter(s -> shown(s.epsilon())).toList());
        boolean more = summaries.stream().anyMatch(s -> !shown(s.epsilon()));
        if (more) {
            page.append("<details><summary>All strengths</summary>\n");
            table(summaries);
            page.append("</details>\n");
        }
    }

    private static boolean shown(double epsilon) {
        for (double one : SHOWN) {
            if (one == epsilon) {
                return true;
            }
        }
        return false;
    }

    private void table(List<Summary> rows) {
        page.append("<div class=\"scroll\"><table>\n<tr><th>Network</th>");
        for (String head : List.of(
                "\u03b5",
                "Images",
                "DIC",
                "JSC",
                "DIC pooled",
                "JSC pooled",
                "DIC / clean",
                "JSC / clean",
                "Pixels right",
                "L\u221e")) {
            page.append("<th class=\"number\">").append(head).append("</th>");
        }
        page.append("</tr>\n");
        String before = "";
        for (Summary s : rows) {
            page.append("<tr><td>")
                    .append(s.model().equals(before) ? "" : escaped(names.getOrDefault(s.model(), s.model())))
                    .append("</td>");
            before = s.model();
            number(plain(s.epsilon()));
            number(Integer.toString(s.images()));
            number(mean(s.dic()));
            number(mean(s.jsc()));
            number(three(s.pooled().dic()));
            number(three(s.pooled().jsc()));
            number(s.epsilon() == 0 || Double.isNaN(s.dicRatio()) ? "" : three(s.dicRatio()));
            number(s.epsilon() == 0 || Double.isNaN(s.jscRatio()) ? "" : three(s.jscRatio()));
            number(three(s.accuracy()));
            number(plain(s.linf()));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
    }

    private void checks() {
        Map<String, List<ModelCard.Check>> verdicts = report.verdicts();
        if (verdicts.isEmpty()) {
            return;
        }
        tag("h2", "Is the robustness real?");
        page.append("<div class=\"scroll\"><table>\n"
                + "<tr><th>Network</th><th>Check</th><th></th><th>Figures</th><th class=\"number\">Images</th></tr>\n");
        verdicts.forEach((id, checks) -> {
            for (ModelCard.Check check : checks) {
                page.append("<tr><td>")
                        .append(check == checks.get(0) ? escaped(names.getOrDefault(id, id)) : "")
                        .append("</td><td>")
                        .append(check.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append(check.passed() ? "</td><td class=\"good\">passed" : "</td><td class=\"bad\">failed")
                        .append("</td><td class=\"wide\">")
                        .append(escaped(check.finding()))
                        .append("</td>");
                number(Integer.toString(check.images()));
                page.append("</tr>\n");
            }
        });
        page.append("</table></div>\n<ul class=\"soft\">\n");
        for (HonestyCheck check : HonestyCheck.values()) {
            tag("li", check.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + escaped(check.rule()));
        }
        page.append("</ul>\n");
    }

    private void hardest() {
        Map<String, List<ImageStudy.Row>> clean = new LinkedHashMap<>();
        report.rows().stream().filter(row -> row.epsilon() == 0).forEach(row -> clean.computeIfAbsent(
                        row.model(), id -> new ArrayList<>())
                .add(row));
        if (clean.isEmpty()) {
            return;
        }
        tag("h2", "Hardest images, clean");
        page.append("<ul>\n");
        clean.forEach((id, rows) -> {
            rows.sort(Comparator.comparingDouble(row -> row.overlap().dic()));
            StringBuilder line = new StringBuilder(escaped(names.getOrDefault(id, id))).append(": ");
            for (int i = 0; i < Math.min(HARDEST, rows.size()); i++) {
                line.append(i == 0 ? "" : ", ")
                        .append(escaped(rows.get(i).image()))
                        .append(" <span class=\"soft\">")
                        .append(three(rows.get(i).overlap().dic()))
                        .append("</span>");
            }
            tag("li", line.toString());
        });
        page.append("</ul>\n");
    }

    private void brokenImages() {
        if (broken.isEmpty()) {
            return;
        }
        tag("h2", "Images that could not be used");
        page.append("<ul>\n");
        broken.forEach((image, why) -> tag("li", escaped(image) + ": " + escaped(why)));
        page.append("</ul>\n");
    }

    private void networks() {
        tag("h2", "Networks");
        page.append("<div class=\"scroll\"><table>\n<tr><th>Network</th><th>id</th><th class=\"number\">Parameters</th>"
                + "<th>SHA-256 of the weights</th></tr>\n");
        report.identity().networks().forEach((id, network) -> {
            page.append("<tr><td>")
                    .append(escaped(network.name()))
                    .append("</td><td>")
                    .append(escaped(id))
                    .append("</td>");
            number(String.format(Locale.ROOT, "%,d", network.parameters()));
            page.append("<td class=\"wide\"><code>")
                    .append(escaped(network.sha256()))
                    .append("</code></td></tr>\n");
        });
        page.append("</table></div>\n");
        tag(
                "p",
                "<span class=\"soft\">Collection fingerprint "
                        + escaped(report.identity().collection())
                        + "; bootstrap of 2000 resamples, seed 20190129.</span>");
    }

    private void tag(String name, String content) {
        page.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void number(String text) {
        page.append("<td class=\"number\">").append(text).append("</td>");
    }

    private static String mean(Summary.Mean mean) {
        return three(mean.value()) + " <span class=\"interval\">" + three(mean.low()) + "\u2013" + three(mean.high())
                + "</span>";
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
