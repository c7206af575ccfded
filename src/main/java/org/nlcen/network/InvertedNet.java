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
 * InvertedNet (Novikov et al. 2018): a U-shaped network that is widest where the picture is largest, with poolings of stride 1 and
 * strided convolutions below the second level; ELU, no norms. H and W are multiples of 8. An {@link NlceBlock} may follow the lowest
 * level.
 */
public final class InvertedNet extends SegmentationNetwork {
    private static final int LEVELS = 5;
    private static final int UNSTRIDED = 2;
    private static final float DROPOUT = 0.1f;

    private final List<Step> encoder = new ArrayList<>();
    private final List<Step> decoder = new ArrayList<>();
    private final Dropout dropout;
    private final NlceBlock nlce;
    private final ConvLayer output;

    /** Two 3x3 convolutions with ELU; the first may be strided. */
    private record Step(ConvLayer first, ConvLayer second) {}

    /**
     * @param width channels of the first level, halved at each of the four below; 256 in the paper
     * @param channels of the picture the first layer takes, 3 in use
     * @param classes output channels
     * @param nlce module after the lowest level, if any
     */
    public InvertedNet(int width, int channels, int classes, Optional<NlceOptions> nlce) {
        int in = channels;
        for (int level = 0; level < LEVELS; level++) {
            int out = width >> level;
            encoder.add(step("down" + (level + 1), in, out, level < UNSTRIDED ? 1 : 2));
            in = out;
        }
        int lowest = in;
        this.nlce = nlce.map(options -> add("nlce", new NlceBlock(lowest, options), lowest))
                .orElse(null);
        for (int level = LEVELS - 2; level >= 0; level--) {
            int out = width >> level;
            decoder.add(step("up" + (level + 1), in + out, out, 1));
            in = out;
        }
        dropout = add("dropout", Dropout.builder().optRate(DROPOUT).build(), in);
        output = add("output", ConvLayer.biased(in, classes, 1, 1, Activation.NONE), in);
    }

    private Step step(String name, int in, int out, int stride) {
        return new Step(
                add(name + "_1", ConvLayer.biased(in, out, 3, stride, Activation.ELU), in),
                add(name + "_2", ConvLayer.biased(out, out, 3, 1, Activation.ELU), out));
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
        NDArray y = run(encoder.get(0), store, x, training, x);
        for (Step step : encoder.subList(1, LEVELS)) {
            skips.add(y);
            y = run(step, store, Pooling.maxAhead(y), training, x);
        }
        y = nlce == null ? y : runOn(nlce, store, y, training, x);
        for (Step step : decoder) {
            NDArray skip = skips.remove(skips.size() - 1);
            boolean smaller = y.getShape().get(2) < skip.getShape().get(2);
            NDArray up = smaller ? instead(Resize.twice(y), y) : y;
            NDArray both = instead(NDArrays.concat(new NDList(up, skip), 1), up, skip);
            y = run(step, store, both, training, x);
        }
        return List.of(runOn(output, store, y, training, x));
    }

    private NDArray run(Step step, ParameterStore store, NDArray x, boolean training, NDArray kept) {
        NDArray y = runOn(step.first(), store, x, training, kept);
        y = runOn(step.second(), store, y, training, kept);
        return runOn(dropout, store, y, training, kept);
    }
}
