package org.nlcen.training;

import java.util.Collection;
import java.util.SplittableRandom;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.nlcen.network.PixelCrossEntropy;
import org.nlcen.network.SegmentationNetwork;

/**
 * Attacks training batches as the viewer attacks pictures: towards the inverse of the truth, in eval mode, within epsilon of each
 * grey level. Fewer and longer steps than in use, since every step costs as much as training itself.
 */
final class Adversary {
    /** Largest epsilon, grey levels; each batch draws its own from 0 on. */
    static final double MAX_EPSILON = 16;

    private static final int MIN_STEPS = 2;
    private static final int MAX_STEPS = 3;
    private static final double REACH = 1.25;
    private static final double WHITE = 255;

    private Adversary() {}

    /**
     * The batch with attacked images, within 0..255.
     *
     * @param trained parameters that need no gradient meanwhile
     * @param random epsilon and steps
     * @param manager owns the images
     */
    static Batch attack(
            SegmentationNetwork network,
            Collection<Parameter> trained,
            Batch batch,
            SplittableRandom random,
            NDManager manager) {
        double epsilon = random.nextDouble(0, MAX_EPSILON);
        int steps = random.nextInt(MIN_STEPS, MAX_STEPS + 1);
        trained.forEach(parameter -> parameter.freeze(true));
        try {
            return new Batch(attack(network, batch, epsilon, steps, manager), batch.truth());
        } finally {
            trained.forEach(parameter -> parameter.freeze(false));
        }
    }

    /** Steps of 1.25 epsilon / steps, so that the edge is reached even where a sign once turns. */
    static NDArray attack(SegmentationNetwork network, Batch batch, double epsilon, int steps, NDManager manager) {
        double stride = REACH * epsilon / steps;
        NDArray images = batch.images();
        NDArray low = images.sub(epsilon).maximum(0);
        NDArray high = images.add(epsilon).minimum(WHITE);
        NDArray goal = batch.truth().neg().add(1);
        NDArray attacked = images.add(0);
        for (int step = 0; step < steps; step++) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray x = attacked.duplicate();
                x.attach(scratch);
                x.setRequiresGradient(true);
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray logits = network.predict(new ParameterStore(scratch, false), x);
                    collector.backward(PixelCrossEntropy.mean(logits, goal));
                }
                NDArray gradient = x.getGradient();
                gradient.attach(scratch);
                NDArray moved = x.stopGradient().sub(gradient.sign().mul(stride));
                NDArray within = moved.maximum(low).minimum(high);
                within.attach(manager);
                attacked.close();
                attacked = within;
            }
        }
        return attacked;
    }
}
