package org.nlcen.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.network.NlceOptions;
import org.nlcen.network.Parameters;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.UNet;

import static org.assertj.core.api.Assertions.assertThat;

/** The same weights and the same picture must give the same bits, however often and beside whatever they are loaded. */
class RepeatedOpeningTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final int TIMES = 12;

    @TempDir
    private Path folder;

    @Test
    void everyOpeningGivesTheSameBits() throws Exception {
        Path file = write();
        float[] image = new float[3 * SIZE * SIZE];
        Random random = new Random(4);
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(256);
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread churn = new Thread(() -> overwriteFreedMemory(done), "memory-churn");
        churn.start();
        try {
            float[] expected = null;
            for (int n = 0; n < TIMES; n++) {
                float[] gradient = gradientOfAFreshNetwork(file, image);
                if (expected == null) {
                    expected = gradient;
                }
                assertThat(Arrays.equals(gradient, expected))
                        .as("opening %d gives the same bits", n)
                        .isTrue();
            }
        } finally {
            done.set(true);
            churn.join();
        }
    }

    /** Three steps, each from where the one before led, so that one wrong bit shows. */
    private static float[] gradientOfAFreshNetwork(Path file, float[] image) throws IOException {
        ModelCard card = new ModelCard("toy-skin", "Toy", "toy", Task.SKIN, 0, Optional.empty(), List.of(), "");
        Mask goal = Mask.empty(SIZE, SIZE);
        try (DjlSegmenter segmenter = DjlSegmenter.open(card, network(), file)) {
            float[] x = image.clone();
            float[] gradient = null;
            for (int step = 0; step < 3; step++) {
                gradient = segmenter.inputGradient(x, 3, goal).gradient();
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.max(0, Math.min(255, x[i] - Math.signum(gradient[i])));
                }
            }
            return gradient;
        }
    }

    private static SegmentationNetwork network() {
        return new UNet(8, true, 2, Optional.of(NlceOptions.PAPER));
    }

    private Path write() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Engine.getInstance().setRandomSeed(5);
            SegmentationNetwork network = network();
            network.initialize(manager);
            Map<String, NDArray> weights = new LinkedHashMap<>();
            Parameters.named(network).forEach((name, parameter) -> weights.put(name, parameter.getArray()));
            Path file = folder.resolve("weights.safetensors");
            SafeTensors.writeWeights(file, weights, Map.of());
            return file;
        }
    }

    /** What no longer belongs to anyone is filled with other numbers as soon as possible. */
    private static void overwriteFreedMemory(AtomicBoolean done) {
        while (!done.get()) {
            for (int n = 0; n < 16; n++) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
                while (buffer.hasRemaining()) {
                    buffer.putFloat(1e30f);
                }
            }
            System.gc();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
