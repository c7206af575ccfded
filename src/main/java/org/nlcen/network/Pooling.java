package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Pooling without parameters. */
final class Pooling {
    private Pooling() {}

    /** Maximum over square windows, padded with minus infinity; B x C x H x W. */
    static NDArray max(NDArray x, int kernel, int stride, int pad) {
        return x.getNDArrayInternal()
                .maxPool(new Shape(kernel, kernel), new Shape(stride, stride), new Shape(pad, pad), false);
    }
}
