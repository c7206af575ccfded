package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Differentiable resizing that keeps batch and channels. */
final class Resize {
    private static final int NEAREST = 0;
    private static final int BILINEAR = 2;
    /** With so few channels the engine's kernel for innermost channels is slower than that for planes. */
    private static final int FEW = 4;

    private Resize() {}

    /** Bilinear, half-pixel centres, to {@code height} x {@code width}. */
    static NDArray bilinear(NDArray x, long height, long width) {
        if (x.getShape().get(2) == height && x.getShape().get(3) == width) {
            return x;
        }
        NDArray planes = x.getShape().get(1) > FEW ? x : planes(x);
        long[] size = {height, width};
        NDArray result = JniUtils.interpolate((PtNDArray) planes, size, BILINEAR, false);
        return planes == x ? result : GraphBlock.instead(result, planes);
    }

    /** Twice the height and width, each value four times. */
    static NDArray twice(NDArray x) {
        long[] size = {2 * x.getShape().get(2), 2 * x.getShape().get(3)};
        return JniUtils.interpolate((PtNDArray) x, size, NEAREST, false);
    }

    /** The same values, one channel's plane after another in memory. */
    private static NDArray planes(NDArray x) {
        NDArray flat = x.reshape(-1);
        return GraphBlock.instead(flat.reshape(x.getShape()), flat);
    }
}
