package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.nlcen.dataset.Sample;
import org.nlcen.model.Procedure;
import org.nlcen.model.SafeTensors;
import org.nlcen.network.Parameters;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.TrainingLoss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training loop. Repeatable bit for bit for one plan, data set and thread count, whether stopped in between or not: order
 * and dropout are drawn anew for each step from the seed.
 */
public final class Trainer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    private final TrainingPlan plan;
    private final Procedure procedure;
    private final TrainingLoss loss;
    private final List<Sample> samples;
    private final Path folder;
    private final NDManager manager;
    private final SegmentationNetwork network;
    private final Map<String, Parameter> parameters;
    private final int stepsPerEpoch;
    private Map<String, Parameter> trained = Map.of();
    private Adam adam;
    private LearningRate rate;
    private int stage;
    private long step;
    private double lossSum;
    private double secondsBefore;
    private String origin = "";

    /** Told how training goes, on the training thread. */
    public interface Listener {
        /**
         * Before the first step of a run.
         *
         * @param step steps done in earlier runs, of {@code steps}
         * @param seconds they took
         */
        default void begun(long step, long steps, double seconds) {}

        /**
         * After each step.
         *
         * @param step steps done of {@code steps}
         * @param loss this batch's
         */
        void stepped(long step, long steps, double loss);

        /** After each epoch, with its mean loss. */
        void epoch(int epoch, double meanLoss, double rate);
    }

    /**
     * @param network without weights; owned by this trainer from now on
     * @param samples training images, at least one batch
     * @param folder where checkpoints go; must exist
     */
    public Trainer(
            TrainingPlan plan,
            Procedure procedure,
            TrainingLoss loss,
            SegmentationNetwork network,
            List<Sample> samples,
            Path folder,
            NDManager parent) {
        if (samples.size() < plan.batch()) {
            throw new IllegalArgumentException(samples.size() + " images are fewer than one batch of " + plan.batch());
        }
        this.plan = plan;
        this.procedure = procedure;
        this.loss = loss;
        this.network = network;
        this.samples = List.copyOf(samples);
        this.folder = folder;
        manager = parent.newSubManager();
        Engine.getInstance().setRandomSeed((int) plan.seed());
        network.initialize(manager);
        parameters = Parameters.named(network);
        enter(0);
        // a rest of one or two images would upset the norms' statistics
        stepsPerEpoch = Math.max(1, (samples.size() + plan.batch() / 2) / plan.batch());
    }

    /**
     * Begins with given weights instead of random ones; before the first step. For {@link Procedure#NLCE_ONLY} the file
     * may lack the NLCE modules.
     *
     * @throws IOException if the file is damaged or belongs to another network
     */
    public void begin(Path weights) throws IOException {
        try (NDManager scratch = manager.newSubManager()) {
            SafeTensors.Content saved = SafeTensors.read(weights, scratch);
            for (Map.Entry<String, Parameter> parameter : parameters.entrySet()) {
                String name = parameter.getKey();
                NDArray array = saved.arrays().get(name);
                NDArray live = parameter.getValue().getArray();
                if (array == null && procedure == Procedure.NLCE_ONLY && isNlce(name)) {
                    continue;
                }
                if (array == null || !array.getShape().equals(live.getShape())) {
                    throw new IOException(weights + " belongs to another network: " + name);
                }
                InPlace.copy(array, live);
            }
            origin = saved.metadata().getOrDefault("model", "a network that gave no name");
        }
    }

    /** Begins a stage: its parameters learn, the others are frozen; moments and rate begin anew. */
    private void enter(int next) {
        stage = next;
        step = 0;
        network.train(stage);
        trained = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            boolean learns = !Parameters.isStatistic(parameter)
                    && network.trainedIn(stage, name)
                    && (procedure != Procedure.NLCE_ONLY || isNlce(name));
            parameter.freeze(!learns);
            if (learns) {
                trained.put(name, parameter);
            }
        });
        if (adam != null) {
            adam.close();
        }
        adam = new Adam(manager, trained, plan.weightDecay());
        rate = plan.schedule().create(plan.rate());
    }

    private static boolean isNlce(String name) {
        return name.startsWith("nlce");
    }

    /** Steps of the whole plan. */
    public long steps() {
        return network.stages() * stageSteps();
    }

    private long stageSteps() {
        return (long) plan.epochs() * stepsPerEpoch;
    }

    private long done() {
        return stage * stageSteps() + step;
    }

    /** Takes up the checkpoint in the folder, if there is one. */
    public void resume() throws IOException {
        if (!Checkpoint.exists(folder)) {
            return;
        }
        try (NDManager scratch = manager.newSubManager()) {
            Checkpoint.Saved saved = Checkpoint.load(folder, plan.toString(), scratch);
            Checkpoint checkpoint = saved.checkpoint();
            enter(checkpoint.stage());
            saved.into(parameters, adam);
            step = checkpoint.step();
            lossSum = checkpoint.lossSum();
            secondsBefore = checkpoint.seconds();
            origin = checkpoint.origin();
            rate.restore(checkpoint.schedule());
            LOG.info("continuing {} at step {} of {}", plan.model(), done(), steps());
        }
    }

    /**
     * Trains until the plan is done or {@code stop} says so, checked at every step; saves a checkpoint then and every
     * {@code secondsBetweenSaves}.
     *
     * @return whether the plan is done
     */
    public boolean run(Listener listener, BooleanSupplier stop, double secondsBetweenSaves) throws IOException {
        long begin = System.nanoTime();
        double saved = 0;
        listener.begun(done(), steps(), secondsBefore);
        while (done() < steps() && !stop.getAsBoolean()) {
            if (step >= stageSteps()) {
                enter(stage + 1);
            }
            double now = rate.at(step, stageSteps());
            double value = step(batch(done()), now);
            if (!Double.isFinite(value)) {
                throw new IllegalStateException(
                        "the loss is no longer a number at step " + done() + "; try another seed or a smaller rate");
            }
            step++;
            lossSum += value;
            listener.stepped(done(), steps(), value);
            if (step % stepsPerEpoch == 0) {
                double mean = lossSum / stepsPerEpoch;
                rate.epochDone(mean);
                lossSum = 0;
                listener.epoch((int) (done() / stepsPerEpoch), mean, now);
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            if (elapsed - saved > secondsBetweenSaves) {
                save(secondsBefore + elapsed);
                saved = elapsed;
            }
        }
        secondsBefore += (System.nanoTime() - begin) / 1e9;
        save(secondsBefore);
        return done() >= steps();
    }

    /** The network whose weights this training began with; empty for random ones. */
    public Optional<String> origin() {
        return Optional.of(origin).filter(name -> !name.isEmpty());
    }

    /** Parts trained one after another. */
    public int stages() {
        return network.stages();
    }

    /** Time spent on this plan, earlier runs included. */
    public double seconds() {
        return secondsBefore;
    }

    /** The weights and running statistics by name; live arrays, owned by this trainer. */
    public Map<String, NDArray> weights() {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> weights.put(name, parameter.getArray()));
        return weights;
    }

    private void save(double seconds) throws IOException {
        new Checkpoint(stage, step, lossSum, rate.state(), plan.toString(), origin, seconds)
                .save(folder, parameters, adam);
    }

    private double step(List<Sample> chosen, double now) {
        Engine.getInstance().setRandomSeed((int) (plan.seed() * 1_000_003 + done()));
        try (NDManager scratch = manager.newSubManager()) {
            Batch batch = Batch.of(chosen, scratch);
            if (procedure == Procedure.ROBUST) {
                SplittableRandom random = new SplittableRandom(plan.seed() * 101 + done());
                batch = Adversary.attack(network, trained.values(), batch, random, scratch);
            }
            ParameterStore store = new ParameterStore(scratch, false);
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray total = loss.of(network.forwardAll(store, batch.images(), true), batch.truth());
                value = total.getFloat();
                collector.backward(total);
            }
            adam.step(now);
            return value;
        }
    }

    private List<Sample> batch(long at) {
        List<Sample> order = new ArrayList<>(samples);
        Collections.shuffle(order, new Random(plan.seed() + 7919 * (at / stepsPerEpoch)));
        int from = (int) (at % stepsPerEpoch) * plan.batch();
        SplittableRandom random = new SplittableRandom(plan.seed() * 31 + at);
        return order.subList(from, Math.min(from + plan.batch(), order.size())).stream()
                .map(sample -> plan.augmentation().apply(sample, random))
                .toList();
    }

    @Override
    public void close() {
        adam.close();
        manager.close();
    }
}
