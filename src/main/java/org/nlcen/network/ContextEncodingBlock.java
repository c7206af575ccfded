package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.UniformInitializer;

/**
 * Context encoding: positions are compared with a learned codebook, and what they leave over weighs the channels.
 *
 * <p>{@code a_ik = softmax_k(-s_k |z'_i - d_k|^2)}, {@code e_k = sum_i a_ik (z'_i - d_k)}, {@code e = sum_k sigma(e_k)},
 * {@code gamma = sigmoid(W e + b)}, output {@code F * gamma} channel by channel; B x C x H x W to the same shape. He et al.
 * 2019, equation 3; Zhang et al. 2018 (EncNet). Computed without the N x K x C tensor: {@code E = A^T Z' - diag(colsum A) D}.
 */
public final class ContextEncodingBlock extends GraphBlock {
    /** Codewords, as in EncNet. */
    static final int CODEWORDS = 32;

    private static final int MAX_WIDTH = 512;

    private final ConvLayer reduce;
    private final BatchNorm norm;
    private final Linear gate;
    private final Parameter codewords;
    private final Parameter smoothing;
    private final int width;

    ContextEncodingBlock(int channels) {
        width = Math.min(channels, MAX_WIDTH);
        reduce = add("reduce", ConvLayer.relu(channels, width, 1), channels);
        norm = add("norm", ConvLayer.batchNorm(), new Shape(1, CODEWORDS, width));
        gate = add("gate", Linear.builder().setUnits(channels).build(), new Shape(1, width));
        codewords = addParameter(Parameter.builder()
                .setName("codewords")
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(CODEWORDS, width))
                .build());
        smoothing = addParameter(Parameter.builder()
                .setName("smoothing")
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(CODEWORDS))
                .build());
    }

    /** EncNet's start; after the general initialisers were set. */
    void setInitializers() {
        codewords.setInitializer(new UniformInitializer((float) (1 / Math.sqrt(CODEWORDS * (double) width))));
        smoothing.setInitializer((manager, shape, type) -> manager.randomUniform(0, 1, shape, type));
    }

    /** Multiply-accumulates of the two products with the codebook for an input B x C x H x W. */
    long products(Shape input) {
        return 2 * input.get(0) * input.get(2) * input.get(3) * CODEWORDS * width;
    }

    /** Values of the assignments and of the residual sums for an input B x C x H x W. */
    long values(Shape input) {
        return input.get(0) * CODEWORDS * (input.get(2) * input.get(3) + width);
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        NDArray gamma = channelWeights(store, x, training);
        return x.mul(gamma.reshape(gamma.getShape().get(0), gamma.getShape().get(1), 1, 1));
    }

    /** The channel weights gamma: B x C, within 0..1. */
    public NDArray channelWeights(ParameterStore store, NDArray x, boolean training) {
        NDManager manager = x.getManager();
        NDArray d = own(Scalars.times(store.getValue(codewords, x.getDevice(), training), 1), manager);
        NDArray s = own(store.getValue(smoothing, x.getDevice(), training).neg(), manager);

        NDArray reduced = run(reduce, store, x, training);
        NDArray z = reduced.reshape(reduced.getShape().get(0), width, -1).transpose(0, 2, 1);
        NDArray cross = z.matMul(d.transpose());
        NDArray distance = z.square()
                .sum(new int[] {2}, true)
                .sub(Scalars.times(cross, 2))
                .add(d.square().sum(new int[] {1}));
        NDArray assignment = distance.mul(s).softmax(2);
        NDArray mass = assignment.sum(new int[] {1}).expandDims(2);
        NDArray residuals = assignment.transpose(0, 2, 1).matMul(z).sub(mass.mul(d));
        NDArray encoded = Activation.relu(run(norm, store, residuals, training)).sum(new int[] {1});
        return Activation.sigmoid(run(gate, store, encoded, training));
    }

    /** Results of an operation on a parameter belong to the model's manager, where they would pile up. */
    private static NDArray own(NDArray result, NDManager manager) {
        result.attach(manager);
        return result;
    }
}
