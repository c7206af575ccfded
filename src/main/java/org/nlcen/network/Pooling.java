package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Pooling without parameters. */
final class Pooling {
    private Pooling() {}

    /** Maximum over square windows, padded with minus infinity; B x C x H x W. */
    static NDArray max(NDArray x, int kernel, int stride, int pad) {
        return x.getNDArrayInternal()
                .maxPool(new Shape(kernel, kernel), new Shape(stride, stride), new Shape(pad, pad), false);
    }

    /** Maximum of each value and its neighbours to the right, below, and both; the same size. */
    static NDArray maxAhead(NDArray x) {
        // padded on all sides the output is one row and one column too large
        NDArray all = max(x, 2, 1, 1);
        return GraphBlock.instead(all.get(new NDIndex(":, :, 1:, 1:")), all);
    }

    /**
     * Averages over {@code bins} x {@code bins} regions, which overlap where the size is no multiple: region i of n covers
     * the rows from floor(i H / n) to ceil((i + 1) H / n) - 1.
     */
    static NDArray regions(NDArray x, int bins) {
        return JniUtils.adaptiveAvgPool((PtNDArray) x, new Shape(bins, bins));
    }
}
