package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.nlcen.dataset.JsrtDataset;
import org.nlcen.dataset.Sample;
import org.nlcen.model.ModelSpec;
import org.nlcen.training.LearningRate;
import org.nlcen.training.Trainer;
import org.nlcen.training.TrainingPlan;
import org.nlcen.training.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen train}: from a folder of images and masks to weights. */
@Command(
        name = "train",
        description = {
            "Trains a network and writes weights.safetensors.",
            "A run stopped by Ctrl-C, or by anything else, goes on where it was with --resume."
        })
final class TrainCommand extends CliCommand {
    private static final double SECONDS_BETWEEN_SAVES = 180;
    private static final int SECONDS_TO_STOP = 120;

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

    @Option(names = "--resume", description = "Go on from the checkpoint in --out.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        ModelSpec spec = ModelSpec.find(model)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no network called " + model + "; nlcen models lists them"));
        TrainingPlan plan = new TrainingPlan(model, epochs, batch, seed, schedule, 1e-4);
        Files.createDirectories(out);
        if (!resume && Files.exists(out.resolve("checkpoint.safetensors"))) {
            throw new IllegalArgumentException(
                    out + " already holds a training; continue it with --resume or name another folder");
        }
        List<Sample> samples = JsrtDataset.load(data, JsrtDataset.Fold.ODD);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> awaitStop(stop, stopped), "stop-training");
        Runtime.getRuntime().addShutdownHook(hook);
        try (TrainingRun run = new TrainingRun(spec, plan, samples, out)) {
            if (resume) {
                run.resume();
            }
            boolean done = train(run, stop);
            if (done) {
                err().printf(Locale.ROOT, "wrote %s after %.0f s of training%n", run.writeWeights(), run.seconds());
            } else {
                err().println("stopped; go on with --resume");
            }
            err().flush();
            return done ? 0 : 1;
        } finally {
            stopped.countDown();
        }
    }

    private boolean train(TrainingRun run, AtomicBoolean stop) throws IOException {
        try (ConsoleProgress progress = ConsoleProgress.start("Training " + model, "steps", run.steps(), err())) {
            return run.run(
                    new Trainer.Listener() {
                        @Override
                        public void stepped(long step, long steps, double loss) {
                            progress.stepTo(step);
                            progress.note(String.format(Locale.ROOT, "loss %.4f", loss));
                        }

                        @Override
                        public void epoch(int epoch, double meanLoss, double rate) {
                            err().printf(Locale.ROOT, "epoch %d loss %.5f rate %.6f%n", epoch, meanLoss, rate);
                            err().flush();
                        }
                    },
                    stop::get,
                    SECONDS_BETWEEN_SAVES);
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
