package org.nlcen.network;

import java.util.Optional;
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

/** What holds for all networks, narrow ones standing for the wide: their layers are the same. */
class EveryNetworkTest {
    static Stream<Named<Supplier<SegmentationNetwork>>> networks() {
        Optional<NlceOptions> nlce = Optional.of(NlceOptions.PAPER);
        return Stream.of(
                Named.of("U-Net", () -> new UNet(2, true, 2, Optional.empty())),
                Named.of("CDNN", () -> new Cdnn(2, nlce)),
                Named.of("NWCN", () -> new Nwcn(2, 2, Optional.empty())),
                Named.of("SLSDeep", () -> new SlsDeep(2, false, nlce)),
                Named.of("InvertedNet", () -> new InvertedNet(16, 3, 2, nlce)));
    }

    private static NDArray gradient(SegmentationNetwork network, NDManager manager, int side) {
        NDArray x = manager.randomUniform(0, 255, new Shape(1, 3, side, side), DataType.FLOAT32);
        x.setRequiresGradient(true);
        NDArray goal = manager.zeros(new Shape(1, side, side));
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray logits = network.predict(new ParameterStore(manager, false), x);
            assertThat(logits.getShape()).isEqualTo(new Shape(1, 2, side, side));
            collector.backward(PixelCrossEntropy.mean(logits, goal));
        }
        NDArray gradient = x.getGradient();
        gradient.attach(manager);
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void mapsAPictureToLogitsOfItsSizeAndKeepsNothingOfAHundredGradients(Supplier<SegmentationNetwork> maker) {
        try (NDManager manager = NDManager.newBaseManager()) {
            SegmentationNetwork network = maker.get();
            network.initialize(manager);
            Parameters.named(network).values().forEach(parameter -> parameter.freeze(true));
            try (NDManager scratch = manager.newSubManager()) {
                NDArray gradient = gradient(network, scratch, 256);
                assertThat(gradient.getShape()).isEqualTo(new Shape(1, 3, 256, 256));
                assertThat(gradient.sum().getFloat()).isFinite();
                assertThat(gradient.abs().max().getFloat()).isPositive();
            }
            int held = manager.getManagedArrays().size();
            for (int i = 0; i < 100; i++) {
                try (NDManager scratch = manager.newSubManager()) {
                    gradient(network, scratch, 64);
                }
            }
            assertThat(manager.getManagedArrays()).hasSize(held);
        }
    }
}
