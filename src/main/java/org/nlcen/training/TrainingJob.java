package org.nlcen.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import ai.djl.ndarray.NDManager;
import org.nlcen.dataset.Sample;
import org.nlcen.image.AtomicFile;
import org.nlcen.model.CardFile;
import org.nlcen.model.Engines;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.Procedure;
import org.nlcen.model.SafeTensors;
import org.nlcen.network.TrainingLoss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training from samples to a model folder: {@code weights.safetensors} in half precision and {@code card.json}. */
public final class TrainingJob {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingJob.class);
    private static final String WEIGHTS = "weights.safetensors";
    private static final String CARD = "card.json";
    private static final String LOCK = "training.lock";

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

    /**
     * What a training needs besides its plan.
     *
     * @param samples training images, at least one batch
     * @param start weights to begin with; random ones without
     * @param source of the samples, for the card
     * @param command how to do it again, for the card
     * @param secondsBetweenSaves how much work a sudden end may cost
     */
    public record Material(
            List<Sample> samples, Optional<Path> start, Source source, String command, double secondsBetweenSaves) {}

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

    /** Whether the folder holds what this command makes; the card is written last. */
    public boolean finished(String command) {
        Path card = out.resolve(CARD);
        if (!Files.isRegularFile(card) || !Files.isRegularFile(out.resolve(WEIGHTS))) {
            return false;
        }
        try {
            ModelCard written = CardFile.read(card);
            return written.id().equals(spec.id())
                    && written.training()
                            .filter(training -> command.equals(training.command()))
                            .isPresent();
        } catch (IOException e) {
            LOG.warn("{} is not readable; training again", card, e);
            return false;
        }
    }

    /**
     * Trains, going on from a checkpoint if there is one, until done or stopped; either way a checkpoint is left.
     *
     * @return time spent in all runs if the plan is done, else empty
     * @throws FolderInUseException if another program trains into this folder
     * @throws IOException if weights or checkpoint cannot be used or written
     */
    public Optional<Double> run(Material material, Trainer.Listener listener, BooleanSupplier stop) throws IOException {
        if (spec.procedure() == Procedure.NLCE_ONLY && material.start().isEmpty() && !begun()) {
            throw new IllegalArgumentException(spec.id()
                    + " is trained on top of finished weights of the network without NLCE; name them with --start");
        }
        Files.createDirectories(out);
        FileChannel lock = lock();
        // of a run that was killed while it saved; nobody else writes here
        AtomicFile.removeDrafts(out, Instant.now());
        try (NDManager manager = Engines.open();
                Trainer trainer = new Trainer(
                        plan,
                        spec.procedure(),
                        TrainingLoss.of(spec.architecture()),
                        spec.architecture().create(),
                        material.samples(),
                        out,
                        manager)) {
            if (begun()) {
                trainer.resume();
            } else if (material.start().isPresent()) {
                trainer.begin(material.start().get());
            }
            if (!trainer.run(listener, stop, material.secondsBetweenSaves())) {
                return Optional.empty();
            }
            Path weights = out.resolve(WEIGHTS);
            SafeTensors.writeWeights(weights, trainer.weights(), Map.of("model", spec.id(), "format", "pt"));
            CardFile.write(out.resolve(CARD), card(material, trainer, weights));
            return Optional.of(trainer.seconds());
        } finally {
            lock.close();
        }
    }

    /** Closed, also by the end of the program, it lets others in. */
    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(out.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("locked by this program", e);
        }
        channel.close();
        throw new FolderInUseException("another program is training into " + out);
    }

    private ModelCard card(Material material, Trainer trainer, Path weights) throws IOException {
        ModelCard blank = spec.untrainedCard();
        ModelCard.Training training = new ModelCard.Training(
                material.source().name(),
                material.source().split(),
                material.samples().size(),
                plan.epochs(),
                plan.seed(),
                material.command(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                "Apache-2.0",
                material.source().terms(),
                note(trainer));
        return new ModelCard(
                blank.id(),
                blank.name(),
                blank.architecture(),
                blank.task(),
                blank.parameters(),
                Optional.of(training),
                List.of(),
                SafeTensors.sha256(weights));
    }

    private String note(Trainer trainer) {
        List<String> sentences = new ArrayList<>();
        trainer.origin().ifPresent(origin -> sentences.add("Began with the weights of " + origin + "."));
        if (trainer.stages() > 1) {
            sentences.add("Trained in " + trainer.stages() + " stages of " + plan.epochs()
                    + " epochs, one after another; a finished stage is frozen.");
        }
        switch (spec.procedure()) {
            case NLCE_ONLY ->
                sentences.add("Only the NLCE modules were trained; all other weights are those it began with.");
            case ROBUST ->
                sentences.add("Trained on images attacked on the way: two or three steps, epsilon drawn from 0 to "
                        + (int) Adversary.MAX_EPSILON + " for each batch, towards the inverse of the truth.");
            case WHOLE -> {
                // nothing to add
            }
        }
        spec.reduction().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }
}
