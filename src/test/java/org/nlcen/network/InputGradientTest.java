package org.nlcen.network;

import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's input gradient against central differences, in float64, where they are conclusive. */
class InputGradientTest {
    private static final int SIDE = 32;
    private static final double STEP = 1e-3;

    static Stream<Named<Supplier<SegmentationNetwork>>> networks() {
        return Stream.of(
                Named.of("NLCEN", () -> Nlcen.resNet18(NlceOptions.PAPER)),
                Named.of("NLCEN inline", () -> Nlcen.resNet18Inline(NlceOptions.WITHOUT_NORM)),
                Named.of("U-Net", () -> new UNet(8, true, 2, Optional.empty())),
                Named.of("NWCN", () -> new Nwcn(2, 4, Optional.of(NlceOptions.PAPER))),
                Named.of("InvertedNet", () -> new InvertedNet(16, 3, 2, Optional.of(NlceOptions.PAPER))),
                Named.of("SLSDeep", () -> new SlsDeep(2, false, Optional.of(NlceOptions.PAPER))),
                Named.of("CDNN", () -> new Cdnn(2, Optional.of(NlceOptions.PAPER))),
                Named.of("U-Net without norms", () -> new UNet(8, false, 2, Optional.of(NlceOptions.PAPER))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void equalsCentralDifferences(Supplier<SegmentationNetwork> maker) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Engine.getInstance().setRandomSeed(11);
            SegmentationNetwork network = maker.get();
            network.initialize(manager, DataType.FLOAT64);
            Random random = new Random(4);
            double[] image = random.doubles(SIDE * SIDE, 0, 255).toArray();
            double[] goal = random.doubles(SIDE * SIDE).map(Math::rint).toArray();

            double[] gradient = gradient(manager, network, image, goal);
            double error = 0;
            double size = 0;
            for (int trial = 0; trial < 12; trial++) {
                int pixel = random.nextInt(image.length);
                double[] up = image.clone();
                double[] down = image.clone();
                up[pixel] += STEP;
                down[pixel] -= STEP;
                double difference =
                        (loss(manager, network, up, goal) - loss(manager, network, down, goal)) / (2 * STEP);
                error += Math.pow(difference - gradient[pixel], 2);
                size += difference * difference;
            }

            assertThat(size).isPositive();
            assertThat(Math.sqrt(error / size)).isLessThan(1e-4);
        }
    }

    private static NDArray picture(NDManager manager, double[] image) {
        return manager.create(image, new Shape(1, 1, SIDE, SIDE));
    }

    private static NDArray lossOf(SegmentationNetwork network, NDArray x, double[] goal) {
        NDManager manager = x.getManager();
        NDArray logits = network.predict(new ParameterStore(manager, false), x);
        return PixelCrossEntropy.mean(logits, manager.create(goal, new Shape(1, SIDE, SIDE)));
    }

    private static double loss(NDManager manager, SegmentationNetwork network, double[] image, double[] goal) {
        try (NDManager scratch = manager.newSubManager()) {
            return lossOf(network, picture(scratch, image), goal).getDouble();
        }
    }

    private static double[] gradient(NDManager manager, SegmentationNetwork network, double[] image, double[] goal) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = picture(scratch, image);
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(lossOf(network, x, goal));
            }
            return x.getGradient().toDoubleArray();
        }
    }
}
