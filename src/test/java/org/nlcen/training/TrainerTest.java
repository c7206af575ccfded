package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dataset.Sample;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.Procedure;
import org.nlcen.model.SafeTensors;
import org.nlcen.network.NlceOptions;
import org.nlcen.network.Nwcn;
import org.nlcen.network.Parameters;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.TrainingLoss;
import org.nlcen.network.UNet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainerTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final TrainingPlan PLAN =
            new TrainingPlan("tiny", 2, 2, 5, LearningRate.Kind.COSINE, 1e-3, Augmentation.LUNG, 1e-4);

    @TempDir
    private Path folder;

    /** Bright discs on dark noise. */
    static List<Sample> discs(int count) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(3);
        for (int n = 0; n < count; n++) {
            int centre = 80 + random.nextInt(96);
            float[] values = new float[SIZE * SIZE];
            boolean[] truth = new boolean[SIZE * SIZE];
            for (int i = 0; i < values.length; i++) {
                truth[i] = Math.hypot(i % SIZE - centre, i / SIZE - centre) < 50;
                values[i] = (truth[i] ? 180 : 60) + random.nextInt(20);
            }
            samples.add(new Sample(
                    "disc" + n, new NetworkInput(values, 1, new Geometry(SIZE, SIZE)), Mask.of(SIZE, SIZE, truth)));
        }
        return samples;
    }

    private Map<String, float[]> train(Path out, int stopAfter) throws IOException {
        return train(new UNet(2, true, 2, Optional.empty()), out, stopAfter);
    }

    private Map<String, float[]> train(SegmentationNetwork network, Path out, int stopAfter) throws IOException {
        return train(network, Procedure.WHOLE, Optional.empty(), out, stopAfter);
    }

    private Map<String, float[]> train(
            SegmentationNetwork network, Procedure procedure, Optional<Path> start, Path out, int stopAfter)
            throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Trainer trainer =
                        new Trainer(PLAN, procedure, TrainingLoss.CROSS_ENTROPY, network, discs(5), out, manager)) {
            trainer.resume();
            if (start.isPresent()) {
                trainer.begin(start.get());
            }
            int[] steps = new int[1];
            List<Double> losses = new ArrayList<>();
            trainer.run(
                    new Trainer.Listener() {
                        @Override
                        public void stepped(long step, long all, double loss) {
                            steps[0]++;
                            losses.add(loss);
                        }

                        @Override
                        public void epoch(int epoch, double mean, double rate) {
                            losses.add(mean);
                        }
                    },
                    () -> steps[0] >= stopAfter,
                    1e9);
            Map<String, float[]> weights = new TreeMap<>();
            trainer.weights().forEach((name, array) -> weights.put(name, array.toFloatArray()));
            return weights;
        }
    }

    @Test
    void aStoppedRunEndsExactlyWhereAnUnbrokenOneDoes() throws IOException {
        Path unbroken = java.nio.file.Files.createDirectory(folder.resolve("unbroken"));
        Path broken = java.nio.file.Files.createDirectory(folder.resolve("broken"));

        Map<String, float[]> expected = train(unbroken, Integer.MAX_VALUE);
        train(broken, 1);
        train(broken, 2);
        Map<String, float[]> actual = train(broken, Integer.MAX_VALUE);

        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, values) -> assertThat(actual.get(name)).as(name).containsExactly(values));
    }

    @Test
    void stagesAreTrainedOneAfterAnotherAndAFinishedOneStaysAsItIs() throws IOException {
        Path unbroken = java.nio.file.Files.createDirectory(folder.resolve("unbroken"));
        Path broken = java.nio.file.Files.createDirectory(folder.resolve("broken"));
        // two epochs of three steps a stage
        Map<String, float[]> expected = train(new Nwcn(2, 2, Optional.empty()), unbroken, Integer.MAX_VALUE);
        train(new Nwcn(2, 2, Optional.empty()), broken, 5);
        Map<String, float[]> first = train(new Nwcn(2, 2, Optional.empty()), broken, 1);
        Map<String, float[]> second = train(new Nwcn(2, 2, Optional.empty()), broken, 1);
        Map<String, float[]> last = train(new Nwcn(2, 2, Optional.empty()), broken, Integer.MAX_VALUE);

        for (String name : expected.keySet()) {
            assertThat(last.get(name)).as(name).containsExactly(expected.get(name));
            if (name.startsWith("stage1.")) {
                assertThat(second.get(name)).as(name).containsExactly(first.get(name));
                assertThat(last.get(name)).as(name).containsExactly(first.get(name));
            }
        }
        String weight = "stage2.down1.conv.weight";
        assertThat(second.get(weight)).isNotEqualTo(first.get(weight));
        assertThat(second.get("stage2.down1.norm.runningMean"))
                .isNotEqualTo(first.get("stage2.down1.norm.runningMean"));
    }

    @Test
    void nlceAloneLearnsOnTopOfFinishedWeights() throws IOException {
        Path weights = folder.resolve("without.safetensors");
        Map<String, float[]> without = new TreeMap<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            UNet network = new UNet(2, true, 2, Optional.empty());
            network.initialize(manager);
            Map<String, NDArray> arrays = new TreeMap<>();
            Parameters.named(network).forEach((name, parameter) -> arrays.put(name, parameter.getArray()));
            arrays.forEach((name, array) -> without.put(name, array.toFloatArray()));
            SafeTensors.write(weights, arrays, Map.of("model", "unet-lung"));
        }

        Map<String, float[]> trained = train(
                new UNet(2, true, 2, Optional.of(NlceOptions.PAPER)),
                Procedure.NLCE_ONLY,
                Optional.of(weights),
                folder,
                3);

        assertThat(trained).hasSizeGreaterThan(without.size());
        without.forEach((name, values) -> {
            if (name.contains("running")) {
                assertThat(trained.get(name)).as(name).isNotEqualTo(values);
            } else {
                assertThat(trained.get(name)).as(name).containsExactly(values);
            }
        });
        assertThat(trained.get("nlce.context.gate.bias")).isNotEqualTo(new float[32]);
    }

    @Test
    void anotherPlansCheckpointIsRefused() throws IOException {
        train(folder, 1);
        TrainingPlan other = new TrainingPlan("tiny", 2, 2, 6, LearningRate.Kind.COSINE, 1e-3, Augmentation.LUNG, 1e-4);
        try (NDManager manager = NDManager.newBaseManager();
                Trainer trainer = new Trainer(
                        other,
                        Procedure.WHOLE,
                        TrainingLoss.CROSS_ENTROPY,
                        new UNet(2, true, 2, Optional.empty()),
                        discs(5),
                        folder,
                        manager)) {
            assertThatThrownBy(trainer::resume)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another training")
                    .hasMessageContaining(folder.toString());
        }
    }
}
