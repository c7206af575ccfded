package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Differentiable resizing that keeps batch and channels. */
final class Resize {
    private static final int NEAREST = 0;
    private static final int BILINEAR = 2;

    private Resize() {}

    /** Bilinear, half-pixel centres, to {@code height} x {@code width}. */
    static NDArray bilinear(NDArray x, long height, long width) {
        if (x.getShape().get(2) == height && x.getShape().get(3) == width) {
            return x;
        }
        return JniUtils.interpolate((PtNDArray) x, new long[] {height, width}, BILINEAR, false);
    }

    /** Twice the height and width, each value four times. */
    static NDArray twice(NDArray x) {
        long[] size = {2 * x.getShape().get(2), 2 * x.getShape().get(3)};
        return JniUtils.interpolate((PtNDArray) x, size, NEAREST, false);
    }
}
