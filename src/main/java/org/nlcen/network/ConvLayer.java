package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;

/**
 * Convolution, then optionally batch norm, then optionally an activation. Zero padding keeps the size at stride 1
 * ({@code d(k-1)/2} for odd k).
 *
 * <p>B x {@code in} x H x W to B x {@code out} x ceil(H/stride) x ceil(W/stride).
 */
final class ConvLayer extends GraphBlock {
    private final Conv2d convolution;
    private final Block norm;
    private final Activation activation;

    /** What follows the convolution and its norm. */
    enum Activation {
        NONE,
        RELU,
        ELU;

        NDArray apply(NDArray x) {
            return switch (this) {
                case NONE -> x;
                case RELU -> ai.djl.nn.Activation.relu(x);
                case ELU -> ai.djl.nn.Activation.elu(x, 1f);
            };
        }
    }

    private ConvLayer(int in, Conv2d convolution, int out, boolean norm, Activation activation) {
        this.convolution = add("conv", convolution, in);
        this.norm = norm ? add("norm", batchNorm(), out) : null;
        this.activation = activation;
    }

    /** Convolution without bias, batch norm, ReLU. */
    static ConvLayer relu(int in, int out, int kernel) {
        return normed(in, out, kernel, 1, 1, Activation.RELU);
    }

    /** Convolution without bias, batch norm, any activation. */
    static ConvLayer normed(int in, int out, int kernel, int stride, int dilation, Activation activation) {
        return new ConvLayer(in, convolution(out, kernel, stride, dilation, false), out, true, activation);
    }

    /** Convolution with bias and without norm. */
    static ConvLayer biased(int in, int out, int kernel, int stride, Activation activation) {
        return new ConvLayer(in, convolution(out, kernel, stride, 1, true), out, false, activation);
    }

    /** Convolution alone, without bias: a linear map at each position for kernel 1. */
    static ConvLayer linear(int in, int out, int kernel) {
        return new ConvLayer(in, convolution(out, kernel, 1, 1, false), out, false, Activation.NONE);
    }

    /** Batch norm with eps 1e-5 and running momentum 0.1 (DJL counts the other part, 0.9). */
    static BatchNorm batchNorm() {
        return BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build();
    }

    /** The norm's block, for those who initialise it otherwise. */
    Block norm() {
        return norm;
    }

    private static Conv2d convolution(int out, int kernel, int stride, int dilation, boolean bias) {
        int pad = dilation * (kernel - 1) / 2;
        return Conv2d.builder()
                .setFilters(out)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(pad, pad))
                .optDilation(new Shape(dilation, dilation))
                .optBias(bias)
                .build();
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        NDArray y = run(convolution, store, x, training);
        if (norm != null) {
            y = run(norm, store, y, training);
        }
        return activation.apply(y);
    }
}
