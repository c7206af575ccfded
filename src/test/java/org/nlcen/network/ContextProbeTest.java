package org.nlcen.network;

import java.util.List;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ContextProbeTest {

    @Test
    void oneRowIsTheRowOfTheWholeAttention() {
        try (NDManager manager = NDManager.newBaseManager()) {
            ParameterStore store = new ParameterStore(manager, false);
            NonLocalBlock block = new NonLocalBlock(6, NlceOptions.PAPER);
            block.setInitializer((m, shape, type) -> m.randomNormal(shape, type), Parameter.Type.WEIGHT);
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 6, 5, 4));
            NDArray x = manager.randomNormal(new Shape(1, 6, 5, 4));
            float[] whole = block.attention(store, x, false).toFloatArray();
            float[] row = block.attentionOf(store, x, 7);

            assertThat(row).hasSize(20);
            for (int j = 0; j < row.length; j++) {
                assertThat(row[j]).isCloseTo(whole[7 * 20 + j], within(1e-6f));
            }
        }
    }

    @Test
    void nlcenHasFourEncodersAndUNetNone() {
        try (NDManager manager = NDManager.newBaseManager()) {
            ParameterStore store = new ParameterStore(manager, false);
            NDArray x = manager.ones(new Shape(1, 1, 256, 256));
            SegmentationNetwork nlcen = Nlcen.resNet18(NlceOptions.PAPER);
            nlcen.initialize(manager);
            List<ContextProbe.Level> levels = ContextProbe.look(nlcen, store, x, 0.25, 0.75);

            assertThat(levels).extracting(ContextProbe.Level::width).containsExactly(64, 32, 16, 8);
            assertThat(levels)
                    .extracting(level -> level.channelWeights().length)
                    .containsExactly(64, 128, 256, 512);
            for (ContextProbe.Level level : levels) {
                double sum = 0;
                for (float weight : level.attention()) {
                    sum += weight;
                }
                assertThat(sum).isCloseTo(1, within(1e-4));
                for (float gamma : level.channelWeights()) {
                    assertThat(gamma).isBetween(0f, 1f);
                }
            }
            SegmentationNetwork unet = new UNet(4, true, 2, Optional.empty());
            unet.initialize(manager);
            assertThat(ContextProbe.look(unet, store, x, 0, 0)).isEmpty();
        }
    }
}
