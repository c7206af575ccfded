package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;

/**
 * U-Net's 2x2 transposed convolution with stride 2 and bias: B x {@code in} x H x W to B x {@code out} x 2H x 2W. Written as
 * a 1x1 convolution to four values for each output channel, which are then spread over 2x2 pixels; the engine has no transposed
 * convolution, and this is the same function with the same parameters.
 */
final class UpConvolution extends GraphBlock {
    private final ConvLayer spread;
    private final Parameter bias;
    private final int out;
    private boolean folded;

    UpConvolution(int in, int out) {
        this.out = out;
        spread = add("spread", ConvLayer.linear(in, 4 * out, 1), in);
        bias = addParameter(Parameter.builder()
                .setName("bias")
                .setType(Parameter.Type.BIAS)
                .optShape(new Shape(out))
                .optInitializer(Initializer.ZEROS)
                .build());
    }

    @Override
    void fold() {
        if (!folded) {
            // each output channel's bias serves its four values
            NDArray each = bias.getArray().repeat(0, 4);
            each.attach(bias.getArray().getManager());
            spread.fold(each);
            folded = true;
        }
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        NDArray values = run(spread, store, x, training);
        long batch = x.getShape().get(0);
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        // the channels stay innermost in memory, as the engine's convolutions like them
        NDArray spreadOut = instead(
                        values.reshape(batch, out, 2, 2, height, width)
                                .transpose(0, 4, 2, 5, 3, 1)
                                .reshape(batch, 2 * height, 2 * width, out),
                        values)
                .transpose(0, 3, 1, 2);
        if (folded) {
            return spreadOut;
        }
        NDArray shift = store.getValue(bias, x.getDevice(), training).reshape(1, out, 1, 1);
        shift.attach(x.getManager());
        return spreadOut.add(shift);
    }
}
