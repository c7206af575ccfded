package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nlcen train}: from a folder of images and masks to a model folder. */
@Command(
        name = "train",
        description = {
            "Trains a network and writes weights.safetensors and card.json.",
            "A run stopped by Ctrl-C, or by anything else, goes on where it was with --resume.",
            "A queue is a text file with one training a line, written as the options of this command; it needs no --resume."
        })
final class TrainCommand extends CliCommand {
    private static final int SECONDS_TO_STOP = 120;

    @Mixin
    private TrainOptions options;

    @Option(names = "--resume", description = "Go on from the checkpoint in --out.")
    private boolean resume;

    @Option(
            names = "--queue",
            paramLabel = "FILE",
            description = {
                "Train one network after another, as the lines of FILE say; finished ones are passed over.",
                "May be stopped at any moment, started again, and run twice at once: a network being trained by one is"
                        + " left to it. Lines may be added meanwhile."
            })
    private Path queue;

    @Override
    public Integer call() throws IOException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "stop-training"));
        try {
            TrainingRun run = new TrainingRun(err(), stop::get);
            return queue == null ? one(run) : new TrainQueue(queue, run, err(), stop::get).run();
        } finally {
            stopped.countDown();
        }
    }

    private int one(TrainingRun run) throws IOException {
        options.check();
        if (!resume && options.job().begun()) {
            throw new IllegalArgumentException(
                    options.out() + " already holds a training; continue it with --resume or name another folder");
        }
        Optional<Double> seconds = run.train(options);
        if (seconds.isEmpty()) {
            err().println("stopped; go on with --resume");
            err().flush();
        }
        return seconds.isPresent() ? 0 : 1;
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
