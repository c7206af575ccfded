package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import ai.djl.ndarray.NDManager;
import org.nlcen.dataset.Sample;
import org.nlcen.model.CardFile;
import org.nlcen.model.Engines;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.SafeTensors;

/** One training from samples to a model folder: {@code weights.safetensors} in half precision and {@code card.json}. */
public final class TrainingJob {
    private static final double SECONDS_BETWEEN_SAVES = 180;

    private final ModelSpec spec;
    private final TrainingPlan plan;
    private final Path out;

    /**
     * What the card says of the data.
     *
     * @param name of the collection
     * @param split part of it
     * @param terms what it may be used for
     */
    public record Source(String name, String split, String terms) {}

    /** @param out folder for checkpoint, weights and card; made if it is missing */
    public TrainingJob(ModelSpec spec, TrainingPlan plan, Path out) {
        this.spec = spec;
        this.plan = plan;
        this.out = out;
    }

    /** Whether the folder holds an earlier run of any plan. */
    public boolean begun() {
        return Checkpoint.exists(out);
    }

    /**
     * Trains, going on from a checkpoint if there is one, until done or stopped; either way a checkpoint is left.
     *
     * @param start weights to begin with; random ones without
     * @param command how to do it again, for the card
     * @return time spent in all runs if the plan is done, else empty
     */
    public Optional<Double> run(
            List<Sample> samples,
            Optional<Path> start,
            Source source,
            String command,
            Trainer.Listener listener,
            BooleanSupplier stop)
            throws IOException {
        Files.createDirectories(out);
        try (NDManager manager = Engines.open();
                Trainer trainer = new Trainer(
                        plan,
                        TrainingLoss.of(spec.architecture()),
                        spec.architecture().create(),
                        samples,
                        out,
                        manager)) {
            if (begun()) {
                trainer.resume();
            } else if (start.isPresent()) {
                trainer.begin(start.get());
            }
            if (!trainer.run(listener, stop, SECONDS_BETWEEN_SAVES)) {
                return Optional.empty();
            }
            Path weights = out.resolve("weights.safetensors");
            SafeTensors.writeWeights(weights, trainer.weights(), Map.of("model", spec.id(), "format", "pt"));
            CardFile.write(out.resolve("card.json"), card(samples.size(), source, command, weights));
            return Optional.of(trainer.seconds());
        }
    }

    private ModelCard card(int images, Source source, String command, Path weights) throws IOException {
        ModelCard blank = spec.untrainedCard();
        ModelCard.Training training = new ModelCard.Training(
                source.name(),
                source.split(),
                images,
                plan.epochs(),
                plan.seed(),
                command,
                LocalDate.now(ZoneOffset.UTC).toString(),
                "Apache-2.0",
                source.terms(),
                note());
        return new ModelCard(
                blank.id(),
                blank.name(),
                blank.architecture(),
                blank.task(),
                blank.parameters(),
                Optional.of(training),
                List.of(),
                ModelCatalog.sha256(weights));
    }

    private String note() {
        int stages = spec.architecture().create().stages();
        return stages == 1
                ? ""
                : "Trained in " + stages + " stages of " + plan.epochs()
                        + " epochs, one after another; a finished stage is frozen.";
    }
}
