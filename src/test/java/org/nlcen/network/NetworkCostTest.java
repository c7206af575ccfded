package org.nlcen.network;

import java.util.Optional;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Counted totals against those worked out from the layer tables: G multiply-accumulates and M values, 256x256. NLCEN's tables
 * hold its four pyramid heads, 9 * 256 * 2 * (64^2 + 32^2 + 16^2 + 8^2) = 0.025 G, which a prediction does not run.
 */
class NetworkCostTest {

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("NLCEN", Nlcen.resNet18(NlceOptions.PAPER), 4.51, 25.7),
                Arguments.of("without NLCE", Nlcen.resNet18(NlceOptions.NONE), 3.05, 5.9),
                Arguments.of("without NL", Nlcen.resNet18(NlceOptions.WITHOUT_NON_LOCAL), 3.15, 6.5),
                Arguments.of("without CE", Nlcen.resNet18(NlceOptions.WITHOUT_CONTEXT_ENCODING), 4.41, 25.0),
                Arguments.of("NLCEN, ResNet-50", Nlcen.resNet50(NlceOptions.PAPER), 14.30, 41.9),
                Arguments.of("U-Net", new UNet(64, true, 2, Optional.empty()), 48.2, 40.0),
                Arguments.of("CDNN", new Cdnn(16, Optional.empty()), 8.53, 11.1),
                Arguments.of("NWCN", new Nwcn(2, 32, Optional.empty()), 1.02, 4.5));
    }

    private static NetworkCost cost(SegmentationNetwork network) {
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager);
            network.fold();
            NDArray x = manager.zeros(new Shape(1, 3, 256, 256));
            return NetworkCost.of(() -> network.predict(new ParameterStore(manager, false), x));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void countsWhatTheTablesSay(String name, SegmentationNetwork network, double giga, double mega) {
        NetworkCost cost = cost(network);

        double heads = network instanceof Nlcen ? 0.025 : 0;
        assertThat(cost.macs() / 1e9 + heads).isCloseTo(giga, within(giga < 10 ? 0.0051 : 0.051));
        assertThat(cost.values() / 1e6).isCloseTo(mega, within(0.08));
        // twice is the least: attention needs more
        assertThat(cost.gradientMacs()).isGreaterThanOrEqualTo(2 * cost.macs());
    }
}
