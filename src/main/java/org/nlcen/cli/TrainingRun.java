package org.nlcen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.nlcen.training.Trainer;

/** Runs trainings and shows how far they are. */
final class TrainingRun {
    private final PrintWriter err;
    private final BooleanSupplier stop;

    TrainingRun(PrintWriter err, BooleanSupplier stop) {
        this.err = err;
        this.stop = stop;
    }

    /**
     * Trains until done or stopped, going on from a checkpoint if there is one.
     *
     * @return time spent in all runs if the plan is done, else empty
     */
    Optional<Double> train(TrainOptions options) throws IOException {
        try (Reporter reporter = new Reporter(options.model())) {
            Optional<Double> seconds = options.job().run(options.material(), reporter, stop);
            seconds.ifPresent(time -> err.printf(
                    Locale.ROOT,
                    "wrote %s after %.0f s of training%n",
                    options.out().resolve("weights.safetensors"),
                    time));
            err.flush();
            return seconds;
        }
    }

    /** Training's progress on the terminal. */
    private final class Reporter implements Trainer.Listener, AutoCloseable {
        private final String model;
        private ConsoleProgress progress;

        Reporter(String model) {
            this.model = model;
        }

        @Override
        public void begun(long step, long steps, double seconds) {
            progress = ConsoleProgress.resume("Training " + model, "steps", step, steps, seconds, err);
        }

        @Override
        public void stepped(long step, long steps, double loss) {
            progress.stepTo(step);
            progress.note(String.format(Locale.ROOT, "loss %.4f", loss));
        }

        @Override
        public void epoch(int epoch, double meanLoss, double rate) {
            err.printf(Locale.ROOT, "epoch %d loss %.5f rate %.6f%n", epoch, meanLoss, rate);
            err.flush();
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }
}
