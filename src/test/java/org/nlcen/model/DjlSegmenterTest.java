package org.nlcen.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.network.Cdnn;
import org.nlcen.network.NlceOptions;
import org.nlcen.network.Nlcen;
import org.nlcen.network.Parameters;
import org.nlcen.network.PixelCrossEntropy;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.TrainingLoss;
import org.nlcen.network.UNet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DjlSegmenterTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final ModelCard CARD =
            new ModelCard("toy-lung", "Toy", "toy", Task.LUNG, 0, Optional.empty(), List.of(), "");

    @TempDir
    private Path folder;

    private static float[] picture() {
        Random random = new Random(2);
        float[] image = new float[SIZE * SIZE];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(256);
        }
        return image;
    }

    private static Mask goal() {
        boolean[] pixels = new boolean[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % SIZE < 100;
        }
        return Mask.of(SIZE, SIZE, pixels);
    }

    /** Random weights in a file, and what the same network gives without any of the segmenter's own ways. */
    private Path write(SegmentationNetwork network, NDManager manager) throws IOException {
        Engine.getInstance().setRandomSeed(3);
        network.initialize(manager);
        Map<String, NDArray> weights = new LinkedHashMap<>();
        Parameters.named(network).forEach((name, parameter) -> weights.put(name, parameter.getArray()));
        Path file = folder.resolve("weights.safetensors");
        SafeTensors.write(file, weights, Map.of());
        return file;
    }

    private void compare(Supplier<SegmentationNetwork> maker) throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            SegmentationNetwork plain = maker.get();
            Path file = write(plain, manager);
            NDArray x = manager.create(picture(), new Shape(1, 1, SIZE, SIZE));
            x.setRequiresGradient(true);
            float[] goal = new float[SIZE * SIZE];
            for (int i = 0; i < goal.length; i++) {
                goal[i] = goal().get(i) ? 1 : 0;
            }
            float[] logits;
            float loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray answer = plain.predict(new ParameterStore(manager, false), x);
                NDArray value = PixelCrossEntropy.mean(answer, manager.create(goal, new Shape(1, SIZE, SIZE)));
                collector.backward(value);
                logits = answer.toFloatArray();
                loss = value.getFloat();
            }
            float[] expected = x.getGradient().toFloatArray();

            try (DjlSegmenter segmenter = DjlSegmenter.open(CARD, maker.get(), file)) {
                overwriteFreedBuffers();
                float[] foreground = segmenter.segment(picture(), 1).foreground();
                InputGradient result = segmenter.inputGradient(picture(), 1, goal());

                double largest = 0;
                for (int i = 0; i < expected.length; i++) {
                    largest = Math.max(largest, Math.abs(expected[i]));
                }
                for (int i = 0; i < expected.length; i += 97) {
                    double p = 1 / (1 + Math.exp(logits[i] - (double) logits[SIZE * SIZE + i]));
                    assertThat((double) foreground[i]).isCloseTo(p, within(1e-4));
                    assertThat((double) result.segmentation().foreground()[i]).isCloseTo(p, within(1e-4));
                    assertThat((double) result.gradient()[i]).isCloseTo(expected[i], within(2e-3 * largest));
                }
                assertThat(result.loss()).isCloseTo(loss, within(1e-4));
            }
        }
    }

    /** Weights that still lie in a buffer of Java's would be gone after this. */
    private static void overwriteFreedBuffers() {
        System.gc();
        for (int n = 0; n < 200; n++) {
            ByteBuffer.allocateDirect(1 << 18).putLong(0, -1);
        }
        System.gc();
    }

    @Test
    void theFastWayGivesTheSameAsThePlainOne() throws IOException {
        compare(() -> new UNet(4, true, 2, Optional.empty()));
    }

    @Test
    void theOwnLossOfCdnnIsTheJaccardDistanceToTheGoal() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Path file = write(new Cdnn(2, Optional.empty()), manager);
            try (DjlSegmenter segmenter =
                    DjlSegmenter.open(CARD, new Cdnn(2, Optional.empty()), file).attackedBy(TrainingLoss.JACCARD)) {
                InputGradient result = segmenter.inputGradient(picture(), 1, goal());

                double both = 1;
                double all = 1;
                for (int i = 0; i < SIZE * SIZE; i++) {
                    double p = result.segmentation().foreground()[i];
                    double t = goal().get(i) ? 1 : 0;
                    both += p * t;
                    all += p * p + t - p * t;
                }
                assertThat(result.loss()).isCloseTo(1 - both / all, within(1e-4));
            }
        }
    }

    @Test
    void theOwnLossOfNlcenSeesTheLevelsOfThePyramidToo() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Path file = write(Nlcen.resNet18(NlceOptions.PAPER), manager);
            try (DjlSegmenter refined = DjlSegmenter.open(CARD, Nlcen.resNet18(NlceOptions.PAPER), file);
                    DjlSegmenter whole = DjlSegmenter.open(CARD, Nlcen.resNet18(NlceOptions.PAPER), file)
                            .attackedBy(TrainingLoss.NLCEN)) {
                InputGradient one = refined.inputGradient(picture(), 1, goal());
                InputGradient five = whole.inputGradient(picture(), 1, goal());

                assertThat(five.segmentation().foreground())
                        .containsExactly(one.segmentation().foreground());
                // every further term of equation 4 is positive
                assertThat(five.loss()).isGreaterThan(one.loss() / 4);
                assertThat(five.gradient()).isNotEqualTo(one.gradient());
            }
        }
    }

    @Test
    void nlcenToo() throws IOException {
        compare(() -> Nlcen.resNet18(NlceOptions.PAPER));
    }

    @Test
    void aWeightedLossIsTheSumOfItsPixels() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Supplier<SegmentationNetwork> maker = () -> new UNet(4, true, 2, Optional.empty());
            Path file = write(maker.get(), manager);
            try (DjlSegmenter segmenter = DjlSegmenter.open(CARD, maker.get(), file)) {
                InputGradient whole = segmenter.inputGradient(picture(), 1, goal());
                InputGradient upper = segmenter.inputGradient(picture(), 1, goal(), (p, g) -> rows(0, 100));
                InputGradient lower = segmenter.inputGradient(picture(), 1, goal(), (p, g) -> rows(100, SIZE));
                double largest = 0;
                for (float value : whole.gradient()) {
                    largest = Math.max(largest, Math.abs(value));
                }
                for (int i = 0; i < SIZE * SIZE; i += 97) {
                    assertThat((double) upper.gradient()[i] + lower.gradient()[i])
                            .isCloseTo(whole.gradient()[i], within(1e-4 * largest));
                }
                assertThat(upper.loss() + lower.loss()).isCloseTo(whole.loss(), within(1e-5));
            }
        }
    }

    private static float[] rows(int from, int to) {
        float[] weights = new float[SIZE * SIZE];
        Arrays.fill(weights, from * SIZE, to * SIZE, 1);
        return weights;
    }

    @Test
    void nativeMemoryStaysFlatOver300Gradients() throws IOException {
        Path status = Path.of("/proc/self/statm");
        try (NDManager manager = NDManager.newBaseManager()) {
            Supplier<SegmentationNetwork> maker = () -> new UNet(4, true, 2, Optional.of(NlceOptions.PAPER));
            Path file = write(maker.get(), manager);
            try (DjlSegmenter segmenter = DjlSegmenter.open(CARD, maker.get(), file)) {
                float[] image = picture();
                for (int n = 0; n < 60; n++) {
                    segmenter.inputGradient(image, 1, goal());
                }
                int arrays = segmenter.liveArrays();
                System.gc(); // Java's own heap is part of what is measured, and shrinks with this
                long pages = Files.exists(status) ? pages(status) : 0;
                for (int n = 0; n < 300; n++) {
                    segmenter.inputGradient(image, 1, goal());
                    segmenter.segment(image, 1);
                }
                assertThat(segmenter.liveArrays()).isEqualTo(arrays);
                System.gc();
                if (Files.exists(status)) {
                    // one kept picture-sized array of 4 channels a step would be 300 MB
                    assertThat((pages(status) - pages) * 4096 / (1 << 20)).isLessThan(100);
                }
            }
        }
    }

    private static long pages(Path status) throws IOException {
        return Long.parseLong(Files.readString(status).split(" ")[1]);
    }
}
