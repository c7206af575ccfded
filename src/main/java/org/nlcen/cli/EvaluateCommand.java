package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nlcen.attack.Epsilons;
import org.nlcen.dataset.DatasetException;
import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.SampleFile;
import org.nlcen.image.AppFolders;
import org.nlcen.model.CardFile;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmenter;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.ResultsFile;
import org.nlcen.study.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen evaluate}: many images, networks and strengths. */
@Command(
        name = "evaluate",
        description = {
            "Measures networks on a collection, clean and attacked, and writes results.csv and summary.csv.",
            "Stopped and started again with the same folder, it goes on where it was; damaged images are named and skipped."
        })
final class EvaluateCommand extends CliCommand {
    /** Collections with truth. */
    enum Dataset {
        JSRT("JSRT even fold"),
        ISBI2016("ISBI 2016 test images at hand"),
        SHENZHEN("Shenzhen"),
        PAIRS("pairs");

        private final String title;

        Dataset(String title) {
            this.title = title;
        }

        List<SampleFile> files(Path folder) throws IOException {
            return switch (this) {
                case JSRT -> ImageCollections.jsrt(folder, ImageCollections.Fold.EVEN);
                case ISBI2016 -> ImageCollections.skin(folder, "isbi2016-test");
                case SHENZHEN -> ImageCollections.pairs(folder, SampleFile.Preparation.READY);
                case PAIRS -> ImageCollections.pairs(folder, SampleFile.Preparation.GREY);
            };
        }
    }

    @Option(
            names = "--dataset",
            required = true,
            description = "jsrt (even fold), isbi2016 (test images), shenzhen, or pairs (folders images and masks).")
    private Dataset dataset;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The collection's folder.")
    private Path data;

    @Option(
            names = "--models",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "Networks, separated by commas.")
    private List<String> models;

    @Option(
            names = "--epsilons",
            defaultValue = "paper",
            paramLabel = "LIST",
            description = "paper (18 strengths) or a list such as 8,16,32; 0, the clean image, is always measured.")
    private String epsilons;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the tables.")
    private Path out;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N images.")
    private Integer limit;

    @Option(names = "--card", description = "Also write the figures into the networks' cards.")
    private boolean card;

    @Override
    public Integer call() throws IOException {
        double[] strengths = strengths();
        List<SampleFile> files = dataset.files(data);
        if (limit != null) {
            files = files.subList(0, Math.min(limit, files.size()));
        }
        Files.createDirectories(out);
        ResultsFile results = new ResultsFile(out.resolve("results.csv"));
        ModelCatalog catalog = ModelCatalog.load(AppFolders.models());
        int broken = 0;
        for (String id : models) {
            try (Segmenter segmenter = catalog.open(id)) {
                broken += measure(segmenter, files, strengths, results);
            }
        }
        List<Summary> summaries = Summary.of(results.rows());
        write(summaries);
        if (card) {
            for (String id : models) {
                updateCard(id, summaries);
            }
        }
        return broken == 0 ? 0 : 1;
    }

    private double[] strengths() {
        double[] listed = epsilons.equals("paper")
                ? Epsilons.paper()
                : Arrays.stream(epsilons.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        return Arrays.stream(listed)
                .boxed()
                .collect(java.util.stream.Collectors.toCollection(() -> new java.util.TreeSet<>(List.of(0.0))))
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Measures what is not measured yet; returns the number of images that could not be read. */
    private int measure(Segmenter segmenter, List<SampleFile> files, double[] strengths, ResultsFile results)
            throws IOException {
        String id = segmenter.card().id();
        int broken = 0;
        try (ConsoleProgress progress = ConsoleProgress.start("Measuring " + id, "images", files.size(), err())) {
            for (SampleFile file : files) {
                if (!results.has(file.name(), id, strengths)) {
                    try {
                        results.add(ImageStudy.of(file.read(), segmenter, strengths));
                    } catch (DatasetException e) {
                        broken++;
                        err().println("skipped: " + e.getMessage());
                    }
                }
                progress.step();
            }
        }
        return broken;
    }

    private void write(List<Summary> summaries) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("model,epsilon,images,dic,dic_low,dic_high,jsc,jsc_low,jsc_high,dic_pooled,jsc_pooled");
        for (Summary s : summaries) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f",
                    s.model(),
                    s.epsilon(),
                    s.images(),
                    s.dic().value(),
                    s.dic().low(),
                    s.dic().high(),
                    s.jsc().value(),
                    s.jsc().low(),
                    s.jsc().high(),
                    s.pooled().dic(),
                    s.pooled().jsc()));
            out().printf(
                            Locale.ROOT,
                            "%-16s epsilon %4s: DIC %.4f [%.4f, %.4f], JSC %.4f (%d images)%n",
                            s.model(),
                            s.epsilon(),
                            s.dic().value(),
                            s.dic().low(),
                            s.dic().high(),
                            s.jsc().value(),
                            s.images());
        }
        out().flush();
        Files.write(out.resolve("summary.csv"), lines);
    }

    private void updateCard(String id, List<Summary> summaries) throws IOException {
        Path file = AppFolders.models().resolve(id).resolve("card.json");
        ModelCard old = CardFile.read(file);
        List<ModelCard.Figure> figures = new ArrayList<>();
        for (Summary s : summaries) {
            if (s.model().equals(id)) {
                figures.add(new ModelCard.Figure(
                        dataset.title,
                        s.images(),
                        s.epsilon(),
                        s.dic().value(),
                        s.jsc().value()));
            }
        }
        Optional<ModelCard.Training> training = old.training();
        CardFile.write(
                file,
                new ModelCard(
                        old.id(),
                        old.name(),
                        old.architecture(),
                        old.task(),
                        old.parameters(),
                        training,
                        figures,
                        old.sha256()));
    }
}
