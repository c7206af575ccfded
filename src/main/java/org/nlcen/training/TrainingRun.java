package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.nlcen.dataset.Sample;
import org.nlcen.model.Engines;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.SafeTensors;
import org.nlcen.network.Architecture;

/** A training from start to weights file, with the engine it needs: what a caller without an engine of its own uses. */
public final class TrainingRun implements AutoCloseable {
    private static final String WEIGHTS = "weights.safetensors";

    private final String model;
    private final Path folder;
    private final NDManager manager;
    private final Trainer trainer;

    /**
     * @param samples images with masks, as the trainer takes them
     * @param folder an existing folder for checkpoint and weights
     */
    public TrainingRun(ModelSpec spec, TrainingPlan plan, List<Sample> samples, Path folder) {
        this.model = plan.model();
        this.folder = folder;
        manager = Engines.open();
        trainer =
                new Trainer(plan, loss(spec.architecture()), spec.architecture().create(), samples, folder, manager);
    }

    /** Steps of the whole plan. */
    public long steps() {
        return trainer.steps();
    }

    /** Seconds spent in training, those before a resumed checkpoint included. */
    public double seconds() {
        return trainer.seconds();
    }

    /** Goes on from the checkpoint in the folder. */
    public void resume() throws IOException {
        trainer.resume();
    }

    /**
     * Trains until the plan is done, or until {@code stop} says so and a checkpoint is written.
     *
     * @return whether the plan is done
     */
    public boolean run(Trainer.Listener listener, BooleanSupplier stop, double secondsBetweenSaves) throws IOException {
        return trainer.run(listener, stop, secondsBetweenSaves);
    }

    /** Writes the weights in half precision and returns their file. */
    public Path writeWeights() throws IOException {
        Path file = folder.resolve(WEIGHTS);
        SafeTensors.write(file, trainer.weights(), DataType.FLOAT16, Map.of("model", model));
        return file;
    }

    private static TrainingLoss loss(Architecture architecture) {
        return architecture == Architecture.UNET ? TrainingLoss.CROSS_ENTROPY : TrainingLoss.NLCEN;
    }

    @Override
    public void close() {
        trainer.close();
        manager.close();
    }
}
