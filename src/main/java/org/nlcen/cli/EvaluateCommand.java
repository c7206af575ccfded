package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.nlcen.attack.Epsilons;
import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.SampleFile;
import org.nlcen.image.AppFolders;
import org.nlcen.model.AttackLoss;
import org.nlcen.model.CardFile;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmenter;
import org.nlcen.study.AttackReading;
import org.nlcen.study.CardFigures;
import org.nlcen.study.ImageSet;
import org.nlcen.study.RunFolder;
import org.nlcen.study.StudyRun;
import org.nlcen.study.TransferSource;
import org.nlcen.study.report.StudyReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code nlcen evaluate}: many images, networks and strengths. */
@Command(
        name = "evaluate",
        description = {
            "Measures networks on a collection, clean and attacked, and writes results.csv, summary.csv, the paper's"
                    + " figures as SVG and PNG and report.html; with --checks,"
                    + " whether their robustness is real.",
            "Stopped and started again with the same folder, it goes on where it was; damaged images are named and skipped."
        })
final class EvaluateCommand extends CliCommand {
    private static final double MAX_EPSILON = 255;
    private static final int MAX_BATCH = 32;

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

        ImageSet collection(Path folder) throws IOException {
            List<SampleFile> files =
                    switch (this) {
                        case JSRT -> ImageCollections.jsrt(folder, ImageCollections.Fold.EVEN);
                        case ISBI2016 -> ImageCollections.skin(folder, "isbi2016-test");
                        case SHENZHEN -> ImageCollections.pairs(folder, SampleFile.Preparation.READY);
                        case PAIRS -> ImageCollections.pairs(folder, SampleFile.Preparation.GREY);
                    };
            return ImageSet.of(title, files);
        }
    }

    /** Readings of the attack other than the paper's. */
    static final class Reading {
        @Option(
                names = "--per-channel",
                description = "Change the three copies of a grey image independently: no longer a radiograph.")
        private boolean perChannel;

        @Option(names = "--no-valid-range", description = "Let the attacked image leave 0..255.")
        private boolean noValidRange;

        @Option(names = "--steps", paramLabel = "N", description = "Steps for every epsilon; the paper's rule without.")
        private int steps;

        @Option(
                names = "--own-loss",
                description = "Attack the loss each network was trained with instead of the final prediction's"
                        + " cross-entropy.")
        private boolean ownLoss;

        AttackReading of() {
            AttackLoss loss = ownLoss ? AttackLoss.OWN : AttackLoss.CROSS_ENTROPY;
            return new AttackReading(perChannel, !noValidRange, steps, loss);
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

    @Option(
            names = "--limit-attacked",
            paramLabel = "N",
            description = "Attack only the first N images; of the others measure the clean figure.")
    private Integer limitAttacked;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description =
                    "Images in one pass, 1 to 32: 8 on a GPU and, as in the window, 1 on a processor unless given."
                            + " Several are faster there too, and round differently from one.")
    private Integer batch;

    @ArgGroup(exclusive = false, heading = "Other readings of the attack:%n")
    private Reading reading = new Reading();

    @Option(
            names = "--checks",
            description = "Instead of the curve, check whether robustness is real: epsilon 255, 100 steps with 5 random"
                    + " starts, transfer from another network, noise, share of pixels without gradient. Writes checks.csv"
                    + " and checks.json; 4 images unless --limit says otherwise.")
    private boolean checks;

    @Option(
            names = "--check-epsilon",
            defaultValue = "16",
            paramLabel = "E",
            description = "Strength of the checks (default: ${DEFAULT-VALUE}).")
    private double checkEpsilon;

    @Option(names = "--card", description = "Also write the figures or the checks into the networks' cards.")
    private boolean card;

    @Override
    public Integer call() throws IOException {
        double[] strengths = strengths();
        if (batch != null && (batch < 1 || batch > MAX_BATCH)) {
            throw new ParameterException(commandLine(), "--batch takes 1 to " + MAX_BATCH + " images, not " + batch);
        }
        ImageSet collection = dataset.collection(data);
        AttackReading attack = checks ? AttackReading.PAPER : reading.of();
        ModelCatalog catalog = ModelCatalog.ofUser();
        try (RunFolder folder = RunFolder.open(out, collection, attack)) {
            Map<String, String> broken = new TreeMap<>();
            if (checks) {
                check(folder, collection, catalog, broken);
            } else {
                measure(folder, collection, catalog, strengths, broken);
            }
            report(folder, broken);
            return broken.isEmpty() ? 0 : 1;
        }
    }

    private double[] strengths() {
        TreeSet<Double> listed = new TreeSet<>(List.of(0.0));
        if (epsilons.equals("paper")) {
            Arrays.stream(Epsilons.paper()).forEach(listed::add);
        } else {
            for (String part : epsilons.split(",")) {
                listed.add(strength(part));
            }
        }
        return listed.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double strength(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value <= MAX_EPSILON) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw new ParameterException(
                commandLine(), "--epsilons takes paper or numbers within 0 and 255, not '" + text + "'");
    }

    private void measure(
            RunFolder folder, ImageSet collection, ModelCatalog catalog, double[] strengths, Map<String, String> broken)
            throws IOException {
        List<SampleFile> files =
                limit == null ? collection.files() : collection.first(limit).files();
        int attacked = limitAttacked == null ? files.size() : limitAttacked;
        for (String id : models) {
            try (Segmenter segmenter = catalog.open(id, reading.of().loss());
                    RunProgress progress = new RunProgress("Measuring", err(), broken)) {
                int images = batch == null ? segmenter.batch() : batch;
                new StudyRun(folder, files, progress).measure(segmenter, strengths, attacked, reading.of(), images);
            }
        }
    }

    private void check(RunFolder folder, ImageSet collection, ModelCatalog catalog, Map<String, String> broken)
            throws IOException {
        List<SampleFile> files = collection.first(limit == null ? 4 : limit).files();
        for (String id : models) {
            Optional<String> other = TransferSource.of(id, catalog);
            try (Segmenter segmenter = catalog.open(id);
                    Segmenter source = other.isPresent() ? catalog.open(other.get()) : null;
                    RunProgress progress = new RunProgress("Checking", err(), broken)) {
                new StudyRun(folder, files, progress).check(segmenter, Optional.ofNullable(source), checkEpsilon);
            }
        }
    }

    private void report(RunFolder folder, Map<String, String> broken) throws IOException {
        StudyReport report = StudyReport.read(folder.folder());
        report.write(folder.folder(), broken);
        if (checks) {
            new StudyText(out()).checks(report.verdicts());
        } else {
            new StudyText(out()).figures(report.summaries());
        }
        for (String id : card ? models : List.<String>of()) {
            Path file = AppFolders.models().resolve(id).resolve("card.json");
            ModelCard before = CardFile.read(file);
            CardFile.write(
                    file,
                    checks
                            ? before.withChecks(report.verdicts().getOrDefault(id, List.of()))
                            : CardFigures.merged(before, dataset.title, report.summaries()));
        }
    }
}
