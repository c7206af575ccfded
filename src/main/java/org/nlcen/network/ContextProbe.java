package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/**
 * Looks into the non-local context encoders of a network while it predicts: the attention of one place and the channel weights,
 * encoder by encoder. Networks without encoders give an empty list.
 */
public final class ContextProbe {
    private final ParameterStore store;
    private final double u;
    private final double v;
    private final List<Level> levels = new ArrayList<>();

    /**
     * One encoder.
     *
     * @param width columns of the attention map, 0 where the encoder has no non-local part
     * @param height its rows
     * @param attention how the place asked for mixes the positions, row by row; sums to 1
     * @param channelWeights gamma of equation 3, within 0..1; empty where the encoder has no context encoding
     */
    public record Level(int width, int height, float[] attention, float[] channelWeights) {}

    private ContextProbe(ParameterStore store, double u, double v) {
        this.store = store;
        this.u = u;
        this.v = v;
    }

    /**
     * Predicts once and looks.
     *
     * @param x one picture, 1 x C x H x W
     * @param u the place asked for, as a part of the width, 0 to below 1
     * @param v as a part of the height
     * @return the finest map first
     */
    public static List<Level> look(SegmentationNetwork network, ParameterStore store, NDArray x, double u, double v) {
        ContextProbe probe = new ContextProbe(store, u, v);
        LayerWatch.during(probe::ran, () -> network.predict(store, x));
        probe.levels.sort((a, b) -> Integer.compare(b.width(), a.width()));
        return probe.levels;
    }

    private void ran(Block layer, NDArray input, NDArray output) {
        if (layer instanceof NonLocalBlock block) {
            long rows = input.getShape().get(2);
            long columns = input.getShape().get(3);
            long at = (long) (v * rows) * columns + (long) (u * columns);
            int stride = block.keyStride();
            levels.add(new Level(
                    (int) columns / stride, (int) rows / stride, block.attentionOf(store, input, at), new float[0]));
        } else if (layer instanceof ContextEncodingBlock block) {
            float[] weights = block.channelWeights(store, input, false).toFloatArray();
            int last = levels.size() - 1;
            // the context encoder follows the non-local part of its own encoder
            if (last >= 0 && levels.get(last).channelWeights().length == 0) {
                Level level = levels.remove(last);
                levels.add(new Level(level.width(), level.height(), level.attention(), weights));
            } else {
                levels.add(new Level(0, 0, new float[0], weights));
            }
        }
    }
}
