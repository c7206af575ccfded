package org.nlcen.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import org.nlcen.network.ConvLayer.Activation;

/** Layers with a shortcut around them and a ReLU after the addition; the shortcut is projected where shapes differ. */
final class ResidualBlock extends GraphBlock {
    private final List<ConvLayer> layers;
    private final ConvLayer shortcut;
    private final int dilation;

    private ResidualBlock(int in, int out, int stride, int dilation, List<ConvLayer> layers, int[] widths) {
        this.layers = layers;
        // a stride would skip some of the tiles
        this.dilation = stride == 1 ? dilation : 1;
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
        return new ResidualBlock(in, width, stride, dilation, layers, new int[] {in, width});
    }

    /** 1x1, 3x3 (strided, dilated), 1x1. */
    static ResidualBlock bottleneck(int in, int width, int out, int stride, int dilation) {
        List<ConvLayer> layers = List.of(
                ConvLayer.relu(in, width, 1),
                ConvLayer.normed(width, width, 3, stride, dilation, Activation.RELU),
                ConvLayer.normed(width, out, 1, 1, 1, Activation.NONE));
        return new ResidualBlock(in, out, stride, dilation, layers, new int[] {in, width, width});
    }

    /** One layer's function, in one way or another. */
    @FunctionalInterface
    private interface Runner {
        NDArray run(ConvLayer layer, NDArray x);
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        boolean tiled = dilation >= Tiles.FROM && Tiles.PAY && layers.get(0).folded() && Tiles.fit(x, dilation);
        return tiled ? onTiles(x) : through(x, (layer, map) -> run(layer, store, map, training));
    }

    /** The folded block on {@link Tiles} of a map whose sides are multiples of the dilation. */
    NDArray onTiles(NDArray x) {
        NDArray tiles = Tiles.of(x, dilation);
        NDArray y = instead(through(tiles, ConvLayer::onTiles), tiles);
        return instead(Tiles.joined(y, dilation), y);
    }

    private NDArray through(NDArray x, Runner runner) {
        NDArray y = x;
        for (ConvLayer layer : layers) {
            NDArray before = y;
            y = runner.run(layer, before);
            if (before != x) {
                before.close();
            }
        }
        NDArray sum;
        if (shortcut == null) {
            sum = instead(y.add(x), y);
        } else {
            NDArray around = runner.run(shortcut, x);
            sum = instead(y.add(around), y, around);
        }
        return instead(ai.djl.nn.Activation.relu(sum), sum);
    }
}
