package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;

/**
 * SLSDeep (Sarker et al. 2018) as in its authors' code: a ResNet-50 whose last two stages are dilated instead of strided, pyramid
 * pooling, two convolutions. H and W are multiples of 8, at least 48. An {@link NlceBlock} may follow the last stage.
 */
public final class SlsDeep extends SegmentationNetwork {
    private static final int CLASSES = 2;
    private static final int EXPANSION = 4;
    private static final int[] BLOCKS = {3, 4, 6, 3};
    private static final int[] BINS = {1, 2, 3, 6};
    /** Convolutions before the first pooling. */
    private static final int STEM = 3;

    private static final float DROPOUT = 0.5f;

    private final List<Block> trunk = new ArrayList<>();
    private final List<ConvLayer> bins = new ArrayList<>();
    private final NlceBlock nlce;
    private final ConvLayer fuse;
    private final ConvLayer output;
    private final Dropout dropout;

    /**
     * @param width channels of the stem, which all other layers follow; 64 in the paper
     * @param authorsHead ReLU and dropout on the class logits, as in the authors' code: logits below zero are cut off there, and
     *     with them their gradients, which would look like robustness
     * @param nlce module between trunk and pyramid pooling, if any
     */
    public SlsDeep(int width, boolean authorsHead, Optional<NlceOptions> nlce) {
        trunk.add(add("stem1", ConvLayer.normed(3, width, 3, 2, 1, ConvLayer.Activation.RELU), 3));
        trunk.add(add("stem2", ConvLayer.relu(width, width, 3), width));
        trunk.add(add("stem3", ConvLayer.relu(width, width, 3), width));
        int in = width;
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            int out = (width << stage) * EXPANSION;
            for (int i = 0; i < BLOCKS[stage]; i++) {
                int stride = stage == 1 && i == 0 ? 2 : 1;
                String name = "layer" + (stage + 1) + "_" + (i + 1);
                trunk.add(add(name, ResidualBlock.bottleneck(in, width << stage, out, stride, dilation(stage, i)), in));
                in = out;
            }
        }
        int lowest = in;
        this.nlce = nlce.map(options -> add("nlce", new NlceBlock(lowest, options), lowest))
                .orElse(null);
        for (int bin : BINS) {
            bins.add(add("pool" + bin, ConvLayer.relu(in, in / BINS.length, 1), in));
        }
        fuse = add("fuse", ConvLayer.relu(2 * in, in / BINS.length, 3), 2 * in);
        ConvLayer.Activation end = authorsHead ? ConvLayer.Activation.RELU : ConvLayer.Activation.NONE;
        output = add("output", ConvLayer.normed(in / BINS.length, CLASSES, 3, 1, 1, end), in / BINS.length);
        dropout =
                authorsHead ? add("dropout", Dropout.builder().optRate(DROPOUT).build(), CLASSES) : null;
    }

    /** A stage that lost its stride is dilated instead: its first block by half as much as the others. */
    private static int dilation(int stage, int block) {
        int full = 1 << Math.max(0, stage - 1);
        return block == 0 ? Math.max(1, full / 2) : full;
    }

    @Override
    void setInitializers() {
        for (ConvLayer layer : List.of(fuse, output)) {
            layer.setInitializer(new NormalInitializer(0.001f), Parameter.Type.WEIGHT);
        }
        if (nlce != null) {
            nlce.setInitializers();
        }
    }

    @Override
    List<NDArray> logits(ParameterStore store, NDArray x, boolean training) {
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        NDArray y = x;
        for (int i = 0; i < trunk.size(); i++) {
            y = i == STEM ? instead(Pooling.max(y, 3, 2, 1), y) : y;
            y = runOn(trunk.get(i), store, y, training, x);
        }
        y = nlce == null ? y : runOn(nlce, store, y, training, x);
        NDArray pyramid = pyramid(store, y, training);
        NDArray fused = runOn(fuse, store, pyramid, training, x);
        NDArray larger = instead(Resize.bilinear(fused, height / 4, width / 4), fused);
        NDArray classes = runOn(output, store, larger, training, x);
        classes = dropout == null ? classes : runOn(dropout, store, classes, training, x);
        return List.of(instead(Resize.bilinear(classes, height, width), classes));
    }

    /** The map beside its averages over 1, 2 x 2, 3 x 3 and 6 x 6 regions, each seen through a convolution. */
    private NDArray pyramid(ParameterStore store, NDArray map, boolean training) {
        NDList parts = new NDList(map);
        for (int i = 0; i < BINS.length; i++) {
            NDArray pooled = Pooling.regions(map, BINS[i]);
            NDArray seen = runOn(bins.get(i), store, pooled, training, map);
            parts.add(instead(
                    Resize.bilinear(seen, map.getShape().get(2), map.getShape().get(3)), seen));
        }
        return instead(NDArrays.concat(parts, 1), parts.toArray(new NDArray[0]));
    }
}
