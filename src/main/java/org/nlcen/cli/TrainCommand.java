package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.Sample;
import org.nlcen.model.ModelSpec;
import org.nlcen.training.Augmentation;
import org.nlcen.training.LearningRate;
import org.nlcen.training.Trainer;
import org.nlcen.training.TrainingJob;
import org.nlcen.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen train}: from a folder of images and masks to a model folder. */
@Command(
        name = "train",
        description = {
            "Trains a network and writes weights.safetensors and card.json.",
            "A run stopped by Ctrl-C, or by anything else, goes on where it was with --resume."
        })
final class TrainCommand extends CliCommand {
    private static final double WEIGHT_DECAY = 1e-4;
    private static final int SECONDS_TO_STOP = 120;
    private static final TrainingJob.Source JSRT = new TrainingJob.Source(
            "JSRT with SCR lung masks, 256x256",
            "odd fold",
            "Trained on images for research and education (Shiraishi et al. 2000, van Ginneken et al. 2006); research and"
                    + " teaching only");

    @Option(names = "--model", required = true, paramLabel = "ID", description = "Network to train; see: nlcen models")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with split.csv, images and masks; for lungs the JSRT images.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for checkpoint and weights.")
    private Path out;

    @Option(names = "--epochs", defaultValue = "60", description = "Passes over the images (${DEFAULT-VALUE}).")
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
            defaultValue = "none",
            description = "Random variants of the images: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Augmentation augment;

    @Option(
            names = "--start",
            paramLabel = "WEIGHTS",
            description = "Begin with the weights of an earlier training of this network instead of random ones.")
    private Path start;

    @Option(names = "--resume", description = "Go on from the checkpoint in --out.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        ModelSpec spec = ModelSpec.find(model)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no network called " + model + "; nlcen models lists them"));
        TrainingJob job = new TrainingJob(
                spec, new TrainingPlan(model, epochs, batch, seed, schedule, rate, augment, WEIGHT_DECAY), out);
        if (!resume && job.begun()) {
            throw new IllegalArgumentException(
                    out + " already holds a training; continue it with --resume or name another folder");
        }
        List<Sample> samples = ImageCollections.read(ImageCollections.jsrt(data, ImageCollections.Fold.ODD));
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "stop-training"));
        try (ConsoleProgress progress =
                ConsoleProgress.start("Training " + model, "steps", (long) epochs * samples.size() / batch, err())) {
            Optional<Double> seconds =
                    job.run(samples, Optional.ofNullable(start), JSRT, command(), new Reporter(progress), stop::get);
            err().println(seconds.map(time -> String.format(
                            Locale.ROOT, "wrote %s after %.0f s of training", out.resolve("weights.safetensors"), time))
                    .orElse("stopped; go on with --resume"));
            err().flush();
            return seconds.isPresent() ? 0 : 1;
        } finally {
            stopped.countDown();
        }
    }

    /** How anyone can do it again; the folders are theirs. */
    private String command() {
        return "nlcen train --model " + model + " --data DIR --out DIR --epochs " + epochs + " --batch " + batch
                + " --seed " + seed + " --schedule " + schedule.name().toLowerCase(Locale.ROOT) + " --rate " + rate
                + (augment == Augmentation.NONE
                        ? ""
                        : " --augment " + augment.name().toLowerCase(Locale.ROOT))
                + (start == null ? "" : " --start WEIGHTS");
    }

    /** Training's progress on the terminal. */
    private final class Reporter implements Trainer.Listener {
        private final ConsoleProgress progress;

        Reporter(ConsoleProgress progress) {
            this.progress = progress;
        }

        @Override
        public void stepped(long step, long steps, double loss) {
            progress.total(steps);
            progress.stepTo(step);
            progress.note(String.format(Locale.ROOT, "loss %.4f", loss));
        }

        @Override
        public void epoch(int epoch, double meanLoss, double rate) {
            err().printf(Locale.ROOT, "epoch %d loss %.5f rate %.6f%n", epoch, meanLoss, rate);
            err().flush();
        }
    }

    private static void awaitStop(AtomicBoolean stop, CountDownLatch stopped) {
        stop.set(true);
        try {
            // one step of the largest network, and the checkpoint's writing
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
