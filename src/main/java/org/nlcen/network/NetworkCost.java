package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;

/**
 * Counts what a forward pass costs while it runs, from the shapes that go through: multiply-accumulates of convolutions,
 * linear layers, attention and codebook products, and the values they write. Norms, activations, pooling and resizing are left
 * out.
 */
public final class NetworkCost {
    private final List<Layer> layers = new ArrayList<>();

    /**
     * One counted layer.
     *
     * @param macs multiply-accumulates forward
     * @param backward multiply-accumulates of the gradient with respect to its input alone
     * @param values values written forward: the layer's output; for attention its matrix, for a codebook assignments and sums
     * @param bytes memory touched at least forward, float32: input, weights and {@code values} once each
     */
    private record Layer(long macs, long backward, long values, long bytes) {}

    private NetworkCost() {}

    /**
     * Counts the layers that run on this thread meanwhile.
     *
     * @param forward one forward pass
     */
    public static NetworkCost of(Runnable forward) {
        NetworkCost cost = new NetworkCost();
        LayerWatch.during(cost::count, forward);
        return cost;
    }

    private void count(Block block, NDArray input, NDArray output) {
        Shape in = input.getShape();
        long out = output.getShape().size();
        if (block instanceof Convolution || block instanceof Linear) {
            Shape weight = block.getDirectParameters().get("weight").getShape();
            long macs = out * weight.size() / weight.get(0);
            add(macs, macs, out, in.size() + weight.size());
        } else if (block instanceof NonLocalBlock attention) {
            // two products forward; backward each needs the gradient of both its factors
            add(attention.products(in), 2 * attention.products(in), attention.weights(in), attention.weights(in));
        } else if (block instanceof ContextEncodingBlock codebook) {
            // the distances' other factor is a weight, the residuals' two are not
            add(codebook.products(in), 3 * codebook.products(in) / 2, codebook.values(in), codebook.values(in));
        }
    }

    private void add(long macs, long backward, long values, long read) {
        layers.add(new Layer(macs, backward, values, Float.BYTES * (values + read)));
    }

    /** Multiply-accumulates of a forward pass. */
    public long macs() {
        return layers.stream().mapToLong(Layer::macs).sum();
    }

    /** Multiply-accumulates of a forward pass and the gradient with respect to the picture. */
    public long gradientMacs() {
        return macs() + layers.stream().mapToLong(Layer::backward).sum();
    }

    /** Values that convolutions and linear layers give out, those of attention matrices and of codebooks' assignments. */
    public long values() {
        return layers.stream().mapToLong(Layer::values).sum();
    }

    /** Bytes a forward pass touches at least. */
    public long bytes() {
        return layers.stream().mapToLong(Layer::bytes).sum();
    }

    /**
     * The least time of a forward pass: each layer waits for arithmetic or for memory, whichever takes longer.
     *
     * @param macRate multiply-accumulates a second
     * @param byteRate bytes a second
     * @return seconds
     */
    public double floor(double macRate, double byteRate) {
        return layers.stream()
                .mapToDouble(layer -> Math.max(layer.macs() / macRate, layer.bytes() / byteRate))
                .sum();
    }

    /** {@link #floor} of a forward pass and the gradient with respect to the picture, which touches as much again. */
    public double gradientFloor(double macRate, double byteRate) {
        return floor(macRate, byteRate)
                + layers.stream()
                        .mapToDouble(layer -> Math.max(layer.backward() / macRate, layer.bytes() / byteRate))
                        .sum();
    }
}
