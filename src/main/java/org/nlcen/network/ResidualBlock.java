package org.nlcen.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import org.nlcen.network.ConvLayer.Activation;

/** Layers with a shortcut around them and a ReLU after the addition; the shortcut is projected where shapes differ. */
final class ResidualBlock extends GraphBlock {
    private final List<ConvLayer> layers;
    private final ConvLayer shortcut;

    private ResidualBlock(int in, int out, int stride, List<ConvLayer> layers, int[] widths) {
        this.layers = layers;
        for (int i = 0; i < layers.size(); i++) {
            add("layer" + (i + 1), layers.get(i), widths[i]);
        }
        shortcut = in == out && stride == 1
                ? null
                : add("shortcut", ConvLayer.normed(in, out, 1, stride, 1, Activation.NONE), in);
    }

    /** Two 3x3 convolutions. */
    static ResidualBlock basic(int in, int width, int stride) {
        return basic(in, width, stride, 1);
    }

    /** Two 3x3 convolutions with dilation. */
    static ResidualBlock basic(int in, int width, int stride, int dilation) {
        List<ConvLayer> layers = List.of(
                ConvLayer.normed(in, width, 3, stride, dilation, Activation.RELU),
                ConvLayer.normed(width, width, 3, 1, dilation, Activation.NONE));
        return new ResidualBlock(in, width, stride, layers, new int[] {in, width});
    }

    /** 1x1, 3x3 (strided, dilated), 1x1. */
    static ResidualBlock bottleneck(int in, int width, int out, int stride, int dilation) {
        List<ConvLayer> layers = List.of(
                ConvLayer.relu(in, width, 1),
                ConvLayer.normed(width, width, 3, stride, dilation, Activation.RELU),
                ConvLayer.normed(width, out, 1, 1, 1, Activation.NONE));
        return new ResidualBlock(in, out, stride, layers, new int[] {in, width, width});
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        NDArray y = x;
        for (ConvLayer layer : layers) {
            NDArray before = y;
            y = run(layer, store, before, training);
            if (before != x) {
                before.close();
            }
        }
        NDArray sum;
        if (shortcut == null) {
            sum = instead(y.add(x), y);
        } else {
            NDArray around = run(shortcut, store, x, training);
            sum = instead(y.add(around), y, around);
        }
        return instead(ai.djl.nn.Activation.relu(sum), sum);
    }
}
