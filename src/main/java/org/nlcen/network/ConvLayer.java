package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;

/**
 * Convolution, then optionally batch norm, then optionally an activation. Zero padding keeps the size at stride 1:
 * {@code d(k-1)/2} on all sides for odd k, one less above and left than below and right for even k (TensorFlow's rule).
 *
 * <p>B x {@code in} x H x W to B x {@code out} x ceil(H/stride) x ceil(W/stride).
 */
final class ConvLayer extends GraphBlock {
    private static final float EPSILON = 1e-5f;

    private final Conv2d convolution;
    private final Block norm;
    private final Activation activation;
    private final Shape stride;
    private final Shape pad;
    private final Shape dilation;
    private final boolean evenKernel;
    /** With it the layer is folded: the norm is in the weights and in this, one value for each output channel. */
    private NDArray foldedBias;

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

    private ConvLayer(int in, Window window, int out, boolean bias, boolean norm, Activation activation) {
        int padding = window.dilation() * (window.kernel() / 2);
        stride = new Shape(window.stride(), window.stride());
        pad = new Shape(padding, padding);
        dilation = new Shape(window.dilation(), window.dilation());
        convolution = add(
                "conv",
                Conv2d.builder()
                        .setFilters(out)
                        .setKernelShape(new Shape(window.kernel(), window.kernel()))
                        .optStride(stride)
                        .optPadding(pad)
                        .optDilation(dilation)
                        .optBias(bias)
                        .build(),
                in);
        this.norm = norm ? add("norm", batchNorm(), out) : null;
        this.activation = activation;
        evenKernel = window.kernel() % 2 == 0;
    }

    /** What a convolution sees of its input. */
    private record Window(int kernel, int stride, int dilation) {}

    /** Convolution without bias, batch norm, ReLU. */
    static ConvLayer relu(int in, int out, int kernel) {
        return normed(in, out, kernel, 1, 1, Activation.RELU);
    }

    /** Convolution without bias, batch norm, any activation. */
    static ConvLayer normed(int in, int out, int kernel, int stride, int dilation, Activation activation) {
        return new ConvLayer(in, new Window(kernel, stride, dilation), out, false, true, activation);
    }

    /** Convolution with bias and without norm. */
    static ConvLayer biased(int in, int out, int kernel, int stride, Activation activation) {
        return new ConvLayer(in, new Window(kernel, stride, 1), out, true, false, activation);
    }

    /** Convolution with bias, batch norm, any activation. */
    static ConvLayer biasedNormed(int in, int out, int kernel, Activation activation) {
        return new ConvLayer(in, new Window(kernel, 1, 1), out, true, true, activation);
    }

    /** Convolution alone, without bias: a linear map at each position for kernel 1. */
    static ConvLayer linear(int in, int out, int kernel) {
        return new ConvLayer(in, new Window(kernel, 1, 1), out, false, false, Activation.NONE);
    }

    /** Batch norm with eps 1e-5 and running momentum 0.1 (DJL counts the other part, 0.9). */
    static BatchNorm batchNorm() {
        return BatchNorm.builder().optEpsilon(EPSILON).optMomentum(0.9f).build();
    }

    /** The norm's block, for those who initialise it otherwise. */
    Block norm() {
        return norm;
    }

    @Override
    void fold() {
        if (norm != null && foldedBias == null) {
            fold(norm);
        }
    }

    /**
     * Takes a norm in that follows in eval mode: {@code w' = w g / sqrt(v + eps)}, {@code b' = beta + (b - m) g / sqrt(v + eps)}, in
     * place. The norm's own arrays stay as they are, so the layer can be neither trained nor saved afterwards.
     */
    void fold(Block follower) {
        NDArray weight = array(convolution, "weight");
        NDManager owner = weight.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray variance = own(array(follower, "runningVar").add(EPSILON), scratch);
            NDArray scale = own(array(follower, "gamma").div(variance.sqrt()), scratch);
            NDArray moved = own(array(follower, "runningMean").mul(scale), scratch);
            weight.muli(scale.reshape(-1, 1, 1, 1));
            NDArray shift = own(array(follower, "beta").sub(moved), scratch);
            Parameter bias = convolution.getDirectParameters().get("bias");
            foldedBias = bias == null
                    ? shift
                    : own(bias.getArray().mul(scale), scratch).add(shift);
            foldedBias.attach(owner);
        }
    }

    /** Takes a constant in that is added to each output channel afterwards; {@code bias} becomes this layer's. */
    void fold(NDArray bias) {
        foldedBias = bias;
    }

    private static NDArray array(Block block, String name) {
        Parameter parameter = block.getDirectParameters().get(name);
        return parameter.getArray();
    }

    private static NDArray own(NDArray result, NDManager manager) {
        result.attach(manager);
        return result;
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        NDArray y;
        if (foldedBias != null) {
            y = trimmed(convolved(x, pad, dilation));
            LayerWatch.report(convolution, x, y);
        } else {
            y = trimmed(run(convolution, store, x, training));
            if (norm != null) {
                y = instead(run(norm, store, y, training), y);
            }
        }
        return activated(y);
    }

    /** Whether the norm is in the weights. */
    boolean folded() {
        return foldedBias != null;
    }

    /** The folded layer, of an odd kernel, on the {@link Tiles} of a map that belong to its dilation. */
    NDArray onTiles(NDArray x) {
        Shape margin = new Shape(pad.get(0) / dilation.get(0), pad.get(1) / dilation.get(1));
        return activated(LayerWatch.report(convolution, x, convolved(x, margin, new Shape(1, 1))));
    }

    private NDArray convolved(NDArray x, Shape margin, Shape spread) {
        NDArray weight = array(convolution, "weight");
        return Conv2d.conv2d(x, weight, foldedBias, stride, margin, spread).singletonOrThrow();
    }

    private NDArray activated(NDArray y) {
        return activation == Activation.NONE ? y : instead(activation.apply(y), y);
    }

    /** Padded alike on all sides, the output of an even kernel is one row and one column too large. */
    private NDArray trimmed(NDArray y) {
        return evenKernel ? instead(y.get(new NDIndex(":, :, 1:, 1:")), y) : y;
    }
}
