package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/**
 * The bottom-up path: ResNet-18 or ResNet-50 (He et al. 2016, stride on the 3x3) without its classifier.
 *
 * <p>B x 3 x H x W to four maps C2..C5 with strides 4, 8, 16, 32.
 */
final class ResNetTrunk extends GraphBlock {
    /** Depth and widths. */
    enum Depth {
        RESNET18(new int[] {2, 2, 2, 2}, 1),
        RESNET50(new int[] {3, 4, 6, 3}, 4);

        private final int[] blocks;
        private final int expansion;

        Depth(int[] blocks, int expansion) {
            this.blocks = blocks;
            this.expansion = expansion;
        }

        /** Channels of C2..C5. */
        int[] channels() {
            return new int[] {64 * expansion, 128 * expansion, 256 * expansion, 512 * expansion};
        }
    }

    private final ConvLayer stem;
    private final List<List<Block>> stages = new ArrayList<>();

    ResNetTrunk(Depth depth) {
        stem = add("conv1", ConvLayer.normed(3, 64, 7, 2, 1, ConvLayer.Activation.RELU), 3);
        int in = 64;
        for (int stage = 0; stage < 4; stage++) {
            int width = 64 << stage;
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < depth.blocks[stage]; i++) {
                int stride = i == 0 && stage > 0 ? 2 : 1;
                String name = "conv" + (stage + 2) + "_" + (i + 1);
                ResidualBlock block = depth == Depth.RESNET18
                        ? ResidualBlock.basic(in, width, stride)
                        : ResidualBlock.bottleneck(in, width, width * depth.expansion, stride, 1);
                blocks.add(add(name, block, in));
                in = width * depth.expansion;
            }
            stages.add(blocks);
        }
    }

    /** C2, C3, C4, C5. */
    List<NDArray> maps(ParameterStore store, NDArray x, boolean training) {
        return maps(store, x, training, (level, map) -> map);
    }

    /** As {@link #maps(ParameterStore, NDArray, boolean)} where each map, 0 for C2, is replaced before the next stage sees it. */
    List<NDArray> maps(
            ParameterStore store, NDArray x, boolean training, BiFunction<Integer, NDArray, NDArray> replacement) {
        NDArray first = run(stem, store, x, training);
        NDArray y = instead(Pooling.max(first, 3, 2, 1), first);
        List<NDArray> maps = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            y = replacement.apply(stage, stage(stage, store, y, training));
            maps.add(y);
        }
        return maps;
    }

    private NDArray stage(int stage, ParameterStore store, NDArray x, boolean training) {
        NDArray y = x;
        for (Block block : stages.get(stage)) {
            y = run(block, store, y, training);
        }
        return y;
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        return maps(store, x, training).get(3);
    }
}
