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
 * CDNN (Yuan 2017, the 29-layer network): nine convolutions with four poolings, nine more with four upsamplings, no skip
 * connections; each convolution with bias, batch norm and ReLU. Here on the three colours alone; the source adds HSV and L.
 * H and W are multiples of 16.
 *
 * <p>Its one output z, the logit of the foreground's probability, is given as the two-class logits {@code [0, z]}. An
 * {@link NlceBlock} may follow the lowest convolution.
 */
public final class Cdnn extends SegmentationNetwork {
    private static final float DROPOUT = 0.5f;

    private final List<List<ConvLayer>> encoder = new ArrayList<>();
    private final List<List<ConvLayer>> decoder = new ArrayList<>();
    private final Dropout dropout;
    private final NlceBlock nlce;
    private final ConvLayer output;

    /** A 3x3 convolution unless it says otherwise. */
    private record Plan(int out, int kernel) {
        Plan(int out) {
            this(out, 3);
        }
    }

    /**
     * @param width channels of the first layer, which all others follow; 16 in the paper
     * @param nlce module after the lowest convolution, if any
     */
    public Cdnn(int width, Optional<NlceOptions> nlce) {
        int w = width;
        int in = level(encoder, "conv1", 3, new Plan(w), new Plan(2 * w));
        in = level(encoder, "conv2", in, new Plan(4 * w), new Plan(4 * w));
        in = level(encoder, "conv3", in, new Plan(8 * w), new Plan(8 * w, 4));
        in = level(encoder, "conv4", in, new Plan(16 * w), new Plan(16 * w));
        in = level(encoder, "conv5", in, new Plan(32 * w));
        int lowest = in;
        this.nlce = nlce.map(options -> add("nlce", new NlceBlock(lowest, options), lowest))
                .orElse(null);
        in = level(decoder, "decv1", in, new Plan(16 * w));
        in = level(decoder, "decv2", in, new Plan(16 * w), new Plan(8 * w));
        in = level(decoder, "decv3", in, new Plan(8 * w, 4), new Plan(8 * w));
        in = level(decoder, "decv4", in, new Plan(4 * w), new Plan(2 * w));
        in = level(decoder, "decv5", in, new Plan(w));
        dropout = add("dropout", Dropout.builder().optRate(DROPOUT).build(), in);
        output = add("output", ConvLayer.biased(in, 1, 3, 1, Activation.NONE), in);
    }

    private int level(List<List<ConvLayer>> half, String name, int in, Plan... plans) {
        List<ConvLayer> layers = new ArrayList<>();
        int channels = in;
        for (Plan plan : plans) {
            ConvLayer layer = ConvLayer.biasedNormed(channels, plan.out(), plan.kernel(), Activation.RELU);
            layers.add(add(plans.length == 1 ? name : name + "_" + (layers.size() + 1), layer, channels));
            channels = plan.out();
        }
        half.add(layers);
        return channels;
    }

    @Override
    void setInitializers() {
        if (nlce != null) {
            nlce.setInitializers();
        }
    }

    @Override
    List<NDArray> logits(ParameterStore store, NDArray x, boolean training) {
        NDArray y = x;
        for (int i = 0; i < encoder.size(); i++) {
            y = i == 0 ? y : instead(Pooling.max(y, 2, 2, 0), y);
            boolean fourth = i == encoder.size() - 2;
            for (ConvLayer layer : encoder.get(i)) {
                y = runOn(layer, store, y, training, x);
                if (fourth && layer == encoder.get(i).get(0)) {
                    y = runOn(dropout, store, y, training, x);
                }
            }
        }
        y = nlce == null ? y : runOn(nlce, store, y, training, x);
        for (int i = 0; i < decoder.size(); i++) {
            y = i == 0 ? y : instead(Resize.twice(y), y);
            for (ConvLayer layer : decoder.get(i)) {
                y = runOn(layer, store, y, training, x);
            }
        }
        NDArray z = runOn(output, store, runOn(dropout, store, y, training, x), training, x);
        NDArray none = z.zerosLike();
        return List.of(instead(NDArrays.concat(new NDList(none, z), 1), none, z));
    }
}
