package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import org.nlcen.network.ConvLayer.Activation;

/**
 * U-Net (Ronneberger et al. 2015), padded so that the output has the input's size; batch norm after each 3x3 convolution unless
 * told otherwise. H and W are multiples of 16. An {@link NlceBlock} may follow the lowest level.
 */
public final class UNet extends SegmentationNetwork {
    private static final int LEVELS = 5;
    private static final float DROPOUT = 0.5f;

    private final List<ConvLayer> encoder = new ArrayList<>();
    private final List<ConvLayer> decoder = new ArrayList<>();
    private final List<UpConvolution> ups = new ArrayList<>();
    private final Dropout dropout;
    private final NlceBlock nlce;
    private final ConvLayer output;

    /**
     * @param width channels of the first level, doubled at each of the four below; 64 in the paper
     * @param norm batch norm instead of biases
     * @param classes output channels
     * @param nlce module after the lowest level, if any
     */
    public UNet(int width, boolean norm, int classes, Optional<NlceOptions> nlce) {
        int in = 3;
        for (int level = 0; level < LEVELS; level++) {
            int channels = width << level;
            encoder.add(add("down" + (level + 1) + "_1", layer(in, channels, norm), in));
            encoder.add(add("down" + (level + 1) + "_2", layer(channels, channels, norm), channels));
            in = channels;
        }
        dropout = add("dropout", Dropout.builder().optRate(DROPOUT).build(), in);
        int lowest = in;
        this.nlce = nlce.map(options -> add("nlce", new NlceBlock(lowest, options), lowest))
                .orElse(null);
        for (int level = LEVELS - 2; level >= 0; level--) {
            int channels = width << level;
            ups.add(add("up" + (level + 1), new UpConvolution(2 * channels, channels), 2 * channels));
            decoder.add(add("up" + (level + 1) + "_1", layer(2 * channels, channels, norm), 2 * channels));
            decoder.add(add("up" + (level + 1) + "_2", layer(channels, channels, norm), channels));
        }
        output = add("output", ConvLayer.biased(width, classes, 1, 1, Activation.NONE), width);
    }

    private static ConvLayer layer(int in, int out, boolean norm) {
        return norm ? ConvLayer.relu(in, out, 3) : ConvLayer.biased(in, out, 3, 1, Activation.RELU);
    }

    @Override
    void setInitializers() {
        if (nlce != null) {
            nlce.setInitializers();
        }
    }

    @Override
    List<NDArray> logits(ParameterStore store, NDArray x, boolean training) {
        List<NDArray> skips = new ArrayList<>();
        NDArray y = x;
        for (int level = 0; level < LEVELS; level++) {
            NDArray pooled = y;
            NDArray first = run(encoder.get(2 * level), store, pooled, training);
            y = instead(run(encoder.get(2 * level + 1), store, first, training), first);
            if (level > 0) {
                pooled.close();
            }
            if (level >= LEVELS - 2) {
                y = instead(run(dropout, store, y, training), y);
            }
            if (level < LEVELS - 1) {
                skips.add(y);
                y = Pooling.max(y, 2, 2, 0);
            }
        }
        if (nlce != null) {
            y = instead(run(nlce, store, y, training), y);
        }
        for (int step = 0; step < LEVELS - 1; step++) {
            NDArray skip = skips.get(LEVELS - 2 - step);
            NDArray up = instead(run(ups.get(step), store, y, training), y);
            NDArray both = instead(NDArrays.concat(new NDList(skip, up), 1), skip, up);
            NDArray first = instead(run(decoder.get(2 * step), store, both, training), both);
            y = instead(run(decoder.get(2 * step + 1), store, first, training), first);
        }
        return List.of(instead(run(output, store, y, training), y));
    }
}
