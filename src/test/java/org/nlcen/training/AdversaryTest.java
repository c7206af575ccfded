package org.nlcen.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.nlcen.network.Parameters;
import org.nlcen.network.PixelCrossEntropy;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.UNet;

import static org.assertj.core.api.Assertions.assertThat;

class AdversaryTest {
    private static double loss(SegmentationNetwork network, NDArray images, NDArray goal, NDManager manager) {
        return PixelCrossEntropy.mean(network.predict(new ParameterStore(manager, false), images), goal)
                .getFloat();
    }

    private static Map<String, float[]> values(SegmentationNetwork network) {
        Map<String, float[]> values = new TreeMap<>();
        Parameters.named(network)
                .forEach((name, parameter) ->
                        values.put(name, parameter.getArray().toFloatArray()));
        return values;
    }

    @Test
    void anAttackedBatchStaysWithinEpsilonAndTheScaleAndComesNearerToTheGoal() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Engine.getInstance().setRandomSeed(3);
            UNet network = new UNet(2, true, 2, Optional.empty());
            network.initialize(manager);
            Batch batch = Batch.of(TrainerTest.discs(2), manager);
            NDArray goal = batch.truth().neg().add(1);

            NDArray attacked = Adversary.attack(network, batch, 70, 3, manager);

            float[] before = batch.images().toFloatArray();
            float[] after = attacked.toFloatArray();
            double largest = 0;
            for (int i = 0; i < before.length; i++) {
                largest = Math.max(largest, Math.abs(after[i] - before[i]));
                assertThat(after[i]).isBetween(0f, 255f);
            }
            assertThat(largest).isEqualTo(70);
            assertThat(loss(network, attacked, goal, manager)).isLessThan(loss(network, batch.images(), goal, manager));
        }
    }

    @Test
    void theNetworkIsAsBefore() {
        try (NDManager manager = NDManager.newBaseManager()) {
            UNet network = new UNet(2, true, 2, Optional.empty());
            network.initialize(manager);
            List<Parameter> trained = Parameters.named(network).values().stream()
                    .filter(parameter -> !Parameters.isStatistic(parameter))
                    .toList();
            Batch batch = Batch.of(TrainerTest.discs(2), manager);
            Map<String, float[]> before = values(network);
            int arrays = manager.getManagedArrays().size();

            Batch attacked = Adversary.attack(network, trained, batch, new SplittableRandom(1), manager);

            assertThat(attacked.truth()).isSameAs(batch.truth());
            assertThat(trained).allMatch(Parameter::requiresGradient);
            assertThat(trained).allMatch(parameter -> parameter.getArray().hasGradient());
            Map<String, float[]> after = values(network);
            before.forEach(
                    (name, values) -> assertThat(after.get(name)).as(name).containsExactly(values));
            // limits, goal and the images themselves; nothing for each step
            assertThat(manager.getManagedArrays().size() - arrays).isLessThan(12);
        }
    }
}
