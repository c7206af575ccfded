package org.nlcen.network;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Folding norms into convolutions must not change what a network says. */
class FoldTest {

    static Stream<Supplier<SegmentationNetwork>> networks() {
        NlceOptions scaled = new NlceOptions(true, true, true, true, true);
        return Stream.of(
                () -> Nlcen.resNet18(NlceOptions.PAPER),
                () -> Nlcen.resNet18(NlceOptions.WITHOUT_CONTEXT_ENCODING),
                () -> Nlcen.resNet18Inline(NlceOptions.SCALED),
                () -> new UNet(8, true, 2, Optional.empty()),
                () -> new Nwcn(2, 4, Optional.of(NlceOptions.PAPER)),
                () -> new SlsDeep(2, false, Optional.empty()),
                () -> new InvertedNet(16, 3, 2, Optional.of(NlceOptions.PAPER)),
                () -> new Cdnn(2, Optional.empty()),
                () -> new UNet(8, false, 2, Optional.of(scaled)));
    }

    /** Statistics as training leaves them, not zeros and ones, which would hide a wrong formula. */
    private static void disturbNorms(SegmentationNetwork network, NDManager manager) {
        Map<String, Parameter> named = Parameters.named(network);
        for (Parameter parameter : named.values()) {
            NDArray array = parameter.getArray();
            Shape shape = array.getShape();
            switch (parameter.getType()) {
                case GAMMA, RUNNING_VAR ->
                    array.muli(0).addi(manager.randomUniform(0.5f, 1.5f, shape, DataType.FLOAT64));
                case BETA, BIAS, RUNNING_MEAN ->
                    array.muli(0).addi(manager.randomUniform(-0.3f, 0.3f, shape, DataType.FLOAT64));
                default -> {
                    // weights are random already
                }
            }
        }
    }

    private record Answer(double[] logits, double[] gradient) {}

    private static Answer answer(SegmentationNetwork network, NDManager manager) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = scratch.arange(0, 3 * 64 * 96, 1, DataType.FLOAT64)
                    .mul(0.37)
                    .sin()
                    .add(1)
                    .mul(127)
                    .reshape(1, 3, 64, 96)
                    .stopGradient();
            x.setRequiresGradient(true);
            NDArray target = scratch.zeros(new Shape(1, 64, 96), DataType.FLOAT64);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray logits = network.predict(new ParameterStore(scratch, false), x);
                collector.backward(PixelCrossEntropy.mean(logits, target));
                return new Answer(logits.toDoubleArray(), x.getGradient().toDoubleArray());
            }
        }
    }

    /** In double precision, where rounding is too small to hide a mistake. */
    @ParameterizedTest
    @MethodSource("networks")
    void theFoldedNetworkIsTheSameFunction(Supplier<SegmentationNetwork> maker) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Engine.getInstance().setRandomSeed(11);
            SegmentationNetwork network = maker.get();
            network.initialize(manager, DataType.FLOAT64);
            Parameters.named(network).values().forEach(parameter -> parameter.freeze(true));
            disturbNorms(network, manager);

            Answer plain = answer(network, manager);
            network.fold();
            Answer folded = answer(network, manager);
            network.fold();
            Answer twice = answer(network, manager);

            assertThat(largest(plain.logits())).isGreaterThan(0.1);
            assertThat(difference(plain.logits(), folded.logits())).isLessThan(1e-9 * largest(plain.logits()));
            assertThat(difference(plain.gradient(), folded.gradient())).isLessThan(1e-8 * largest(plain.gradient()));
            assertThat(twice.logits()).isEqualTo(folded.logits());
        }
    }

    /** Every layer that runs is told of, folded or not. */
    @Test
    void layersAreWatched() {
        try (NDManager manager = NDManager.newBaseManager()) {
            SegmentationNetwork network = new UNet(4, true, 2, Optional.empty());
            network.initialize(manager, DataType.FLOAT64);
            int[] seen = new int[2];
            LayerWatch.during((layer, input, output) -> seen[0]++, () -> answer(network, manager));
            network.fold();
            LayerWatch.during((layer, input, output) -> seen[1]++, () -> answer(network, manager));

            // 18 convolutions with a norm, which folding removes
            assertThat(seen[0] - seen[1]).isEqualTo(18);
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
