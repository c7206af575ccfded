package org.nlcen.study.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nlcen.image.AtomicFile;
import org.nlcen.model.ModelCard;
import org.nlcen.study.ChecksFile;
import org.nlcen.study.Honesty;
import org.nlcen.study.HonestyStudy;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.ResultsFile;
import org.nlcen.study.RunFolder;
import org.nlcen.study.Summary;
import org.nlcen.study.figure.Figures;
import org.nlcen.study.figure.PaperFigures;

/**
 * Everything measured of one collection under one attack, from one folder or several, and what is written of it.
 *
 * @param identity of the collection, the attack and the networks
 * @param rows measured figures
 * @param checks rows of the checks
 */
public record StudyReport(RunFolder.Identity identity, List<ImageStudy.Row> rows, List<HonestyStudy.Row> checks) {
    public StudyReport {
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }

    /** Reads a study's folder. */
    public static StudyReport read(Path folder) throws IOException {
        RunFolder.Identity identity = RunFolder.read(folder);
        Path results = folder.resolve("results.csv");
        Path checks = folder.resolve("checks.csv");
        return new StudyReport(
                identity,
                Files.exists(results) ? ResultsFile.read(results) : List.of(),
                Files.exists(checks) ? ChecksFile.read(checks) : List.of());
    }

    /**
     * This and another study of the same collection and attack; of a figure that is in both, this one's counts.
     *
     * @throws IOException if they are of different collections, attacks, or weights of one network
     */
    public StudyReport with(StudyReport other) throws IOException {
        RunFolder.Identity mine = identity;
        RunFolder.Identity theirs = other.identity();
        if (!mine.collection().equals(theirs.collection()) || !mine.attack().equals(theirs.attack())) {
            throw new IOException("these are different studies: " + mine.title() + ", attack " + mine.attack()
                    + "; and " + theirs.title() + ", attack " + theirs.attack());
        }
        Map<String, RunFolder.Network> networks = new LinkedHashMap<>(mine.networks());
        for (Map.Entry<String, RunFolder.Network> entry : theirs.networks().entrySet()) {
            RunFolder.Network known = networks.putIfAbsent(entry.getKey(), entry.getValue());
            if (known != null && !known.sha256().equals(entry.getValue().sha256())) {
                throw new IOException("the folders hold figures of different weights of " + entry.getKey());
            }
        }
        record Key(String image, String model, double epsilon) {}
        Map<Key, ImageStudy.Row> all = new LinkedHashMap<>();
        for (StudyReport part : List.of(this, other)) {
            part.rows().forEach(row -> all.putIfAbsent(new Key(row.image(), row.model(), row.epsilon()), row));
        }
        Map<Key, HonestyStudy.Row> checked = new LinkedHashMap<>();
        for (StudyReport part : List.of(this, other)) {
            part.checks().forEach(row -> checked.putIfAbsent(new Key(row.image(), row.model(), row.epsilon()), row));
        }
        return new StudyReport(
                new RunFolder.Identity(mine.title(), mine.collection(), mine.images(), mine.attack(), networks),
                new ArrayList<>(all.values()),
                new ArrayList<>(checked.values()));
    }

    /** The networks' names by id; a variant that shares its name with another has its id behind it. */
    public Map<String, String> names() {
        Map<String, Long> uses = identity.networks().values().stream()
                .collect(Collectors.groupingBy(RunFolder.Network::name, Collectors.counting()));
        Map<String, String> names = new LinkedHashMap<>();
        identity.networks()
                .forEach((id, network) -> names.put(
                        id, uses.get(network.name()) > 1 ? network.name() + " (" + id + ")" : network.name()));
        return names;
    }

    /** Means with intervals. */
    public List<Summary> summaries() {
        return Summary.of(rows);
    }

    /** Verdicts of the checks, by network. */
    public Map<String, List<ModelCard.Check>> verdicts() {
        return Honesty.verdicts(checks);
    }

    /**
     * Writes {@code summary.csv}, {@code checks.json}, the figures and {@code report.html}, as far as there are figures for
     * them.
     *
     * @param broken images that could not be used, with why
     */
    public void write(Path folder, Map<String, String> broken) throws IOException {
        List<Summary> summaries = summaries();
        if (!rows.isEmpty()) {
            Summary.write(folder.resolve("summary.csv"), summaries);
        }
        if (!checks.isEmpty()) {
            Honesty.write(folder.resolve("checks.json"), verdicts());
        }
        List<PaperFigures.Figure> figures = new PaperFigures(summaries, names(), identity.title()).all();
        for (PaperFigures.Figure figure : figures) {
            text(folder.resolve(figure.id() + ".svg"), Figures.svg(figure.chart()));
            byte[] png = Figures.png(figure.chart());
            AtomicFile.write(folder.resolve(figure.id() + ".png"), out -> out.write(png));
        }
        text(folder.resolve("report.html"), new ReportPage(this, summaries, figures, broken).html());
    }

    /** Writes {@code run.json}, so that the folder says what its tables are of. */
    public void writeIdentity(Path folder) throws IOException {
        RunFolder.write(folder, identity);
    }

    private static void text(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
