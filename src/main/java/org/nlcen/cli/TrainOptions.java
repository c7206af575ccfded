package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.Sample;
import org.nlcen.dataset.SampleFile;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.Task;
import org.nlcen.training.Augmentation;
import org.nlcen.training.LearningRate;
import org.nlcen.training.TrainingJob;
import org.nlcen.training.TrainingPlan;
import picocli.CommandLine.Option;

/** What one training is, as the command line or a line of a queue says it. */
final class TrainOptions {
    private static final double WEIGHT_DECAY = 1e-4;
    private static final TrainingJob.Source JSRT = new TrainingJob.Source(
            "JSRT with SCR lung masks, 256x256",
            "odd fold",
            "Trained on images for research and education (Shiraishi et al. 2000, van Ginneken et al. 2006); research and"
                    + " teaching only");
    private static final String SKIN_SPLIT = "isbi2016-train";
    private static final TrainingJob.Source SKIN = new TrainingJob.Source(
            "ISIC 2017 part 1, the ISBI 2016 images in it, 256x256",
            SKIN_SPLIT + ", 749 of 900",
            "Trained on images in the public domain, CC0 (Gutman et al. 2016, Codella et al. 2017); research and teaching only");

    @Option(names = "--model", paramLabel = "ID", description = "Network to train; see: nlcen models")
    private String model;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with split.csv, images and masks: JSRT for lungs, ISIC 2017 for skin.")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for checkpoint and weights.")
    private Path out;

    @Option(
            names = "--epochs",
            defaultValue = "60",
            description =
                    "Passes over the images, for each stage of a network that is trained in stages (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--batch", defaultValue = "8", description = "Images a step (${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of weights, order and dropout (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--schedule",
            defaultValue = "plateau",
            description = "Learning rate: plateau (the paper's) or cosine (for few epochs); default ${DEFAULT-VALUE}.")
    private LearningRate.Kind schedule;

    @Option(names = "--rate", defaultValue = "0.001", description = "First learning rate (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--augment",
            description =
                    "Random variants of the images: ${COMPLETION-CANDIDATES}; default the paper's: none for lungs,"
                            + " skin for skin.")
    private Augmentation augment;

    @Option(
            names = "--start",
            paramLabel = "WEIGHTS",
            description =
                    "Begin with the weights of an earlier training instead of random ones; for networks that train"
                            + " NLCE alone, those of the network without it.")
    private Path start;

    @Option(
            names = "--save-every",
            defaultValue = "180",
            paramLabel = "SECONDS",
            description = "Time between checkpoints (${DEFAULT-VALUE}).")
    private double secondsBetweenSaves;

    /** @throws IllegalArgumentException naming what is missing or unknown */
    void check() {
        if (model == null || data == null || out == null) {
            throw new IllegalArgumentException("a training needs --model, --data and --out");
        }
        spec();
    }

    String model() {
        return model;
    }

    Path out() {
        return out;
    }

    TrainingJob job() {
        return new TrainingJob(
                spec(),
                new TrainingPlan(model, epochs, batch, seed, schedule, rate, augmentation(), WEIGHT_DECAY),
                out);
    }

    /** Reads the images; slow. */
    TrainingJob.Material material() throws IOException {
        boolean skin = spec().task() == Task.SKIN;
        List<SampleFile> files =
                skin ? ImageCollections.skin(data, SKIN_SPLIT) : ImageCollections.jsrt(data, ImageCollections.Fold.ODD);
        List<Sample> samples = ImageCollections.read(files);
        return new TrainingJob.Material(
                samples, Optional.ofNullable(start), skin ? SKIN : JSRT, command(), secondsBetweenSaves);
    }

    /** How anyone can do it again; the folders are theirs. */
    String command() {
        return "nlcen train --model " + model + " --data DIR --out DIR --epochs " + epochs + " --batch " + batch
                + " --seed " + seed + " --schedule " + lower(schedule) + " --rate " + rate
                + (augmentation() == usual() ? "" : " --augment " + lower(augmentation()))
                + (start == null ? "" : " --start WEIGHTS");
    }

    private ModelSpec spec() {
        return ModelSpec.find(model)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no network called " + model + "; nlcen models lists them"));
    }

    private Augmentation augmentation() {
        return augment == null ? usual() : augment;
    }

    private Augmentation usual() {
        return spec().task() == Task.SKIN ? Augmentation.SKIN : Augmentation.NONE;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
