package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;

/**
 * Non-local context: every position becomes a weighted sum over all positions, added to itself.
 *
 * <p>{@code z_i = BN(W_z sum_j softmax_j(theta_i . phi_j) g_j) + x_i}, B x C x H x W to the same shape; theta, phi and g
 * are linear maps to C/2 channels. He et al. 2019, equations 1 and 2; Wang et al. 2018, embedded Gaussian. The norm's gamma
 * starts at 0, so the block starts as identity.
 */
public final class NonLocalBlock extends GraphBlock {
    private final ConvLayer theta;
    private final ConvLayer phi;
    private final ConvLayer g;
    private final ConvLayer wz;
    private final BatchNorm norm;
    private final int inner;
    private final NlceOptions options;
    private boolean folded;

    NonLocalBlock(int channels, NlceOptions options) {
        this.options = options;
        inner = Math.max(1, channels / 2);
        theta = add("theta", ConvLayer.linear(channels, inner, 1), channels);
        phi = add("phi", ConvLayer.linear(channels, inner, 1), channels);
        g = add("g", ConvLayer.linear(channels, inner, 1), channels);
        wz = add("wz", ConvLayer.linear(inner, channels, 1), inner);
        norm = options.outputNorm() ? add("norm", ConvLayer.batchNorm(), channels) : null;
    }

    /** Small weights and a silent start; after the general initialisers were set. */
    void setInitializers() {
        for (ConvLayer map : new ConvLayer[] {theta, phi, g, wz}) {
            map.setInitializer(new NormalInitializer(0.01f), Parameter.Type.WEIGHT);
        }
        if (norm != null) {
            norm.setInitializer(Initializer.ZEROS, Parameter.Type.GAMMA);
        }
    }

    @Override
    void fold() {
        if (norm != null && !folded) {
            wz.fold(norm);
            folded = true;
        }
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        Shape shape = x.getShape();
        NDArray weights = attention(store, x, training);
        NDArray values = positions(subsampled(run(g, store, x, training)));
        NDArray mixed = instead(weights.matMul(values), weights);
        NDArray y = mixed.transpose(0, 2, 1).reshape(shape.get(0), inner, shape.get(2), shape.get(3));
        NDArray mapped = run(wz, store, y, training);
        if (norm != null && !folded) {
            mapped = instead(run(norm, store, mapped, training), mapped);
        }
        return instead(mapped.add(x), mapped);
    }

    /**
     * The attention weights: B x N x M, row i says how position i (row by row) mixes the M key positions; rows sum to 1.
     * M is N, or N/4 with key subsampling.
     */
    public NDArray attention(ParameterStore store, NDArray x, boolean training) {
        NDArray queries = positions(run(theta, store, x, training));
        NDArray keys = subsampled(run(phi, store, x, training));
        NDArray logits = queries.matMul(keys.reshape(keys.getShape().get(0), inner, -1));
        if (options.scaleLogits()) {
            logits = instead(Scalars.times(logits, 1 / Math.sqrt(inner)), logits);
        }
        return instead(logits.softmax(2), logits);
    }

    /**
     * One row of {@link #attention}: how position {@code i} (row by row) mixes the key positions; M values that sum to 1.
     * Costs a few maps instead of N x M values.
     */
    float[] attentionOf(ParameterStore store, NDArray x, long i) {
        NDArray query = positions(run(theta, store, x, false)).get(new NDIndex(":, " + i + ":" + (i + 1)));
        NDArray keys = subsampled(run(phi, store, x, false));
        NDArray logits = query.matMul(keys.reshape(keys.getShape().get(0), inner, -1));
        if (options.scaleLogits()) {
            logits = Scalars.times(logits, 1 / Math.sqrt(inner));
        }
        return logits.softmax(2).toFloatArray();
    }

    /** Positions along each side of a key map are those of the input divided by this. */
    int keyStride() {
        return options.subsampleKeys() ? 2 : 1;
    }

    /** Multiply-accumulates of the two attention products for an input B x C x H x W. */
    long products(Shape input) {
        long positions = input.get(2) * input.get(3);
        long keys = options.subsampleKeys() ? (input.get(2) / 2) * (input.get(3) / 2) : positions;
        return 2 * input.get(0) * positions * keys * inner;
    }

    /** Values of the attention matrix for an input B x C x H x W. */
    long weights(Shape input) {
        return products(input) / (2 * inner);
    }

    private NDArray subsampled(NDArray map) {
        return options.subsampleKeys() ? Pooling.max(map, 2, 2, 0) : map;
    }

    private NDArray positions(NDArray map) {
        return map.reshape(map.getShape().get(0), inner, -1).transpose(0, 2, 1);
    }
}
