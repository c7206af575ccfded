package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Activation;

/** Mean pixel cross-entropy of two-class logits, written with the difference of the logits so that nothing overflows. */
public final class PixelCrossEntropy {
    private PixelCrossEntropy() {}

    /**
     * {@code mean(softplus(d) - y d)} with {@code d = z_1 - z_0}, in nats.
     *
     * @param logits B x 2 x H x W, background first
     * @param target B x H x W, 0 or 1, the logits' type
     * @return a scalar owned by the logits' manager
     */
    public static NDArray mean(NDArray logits, NDArray target) {
        NDArray difference = margin(logits);
        return Activation.softPlus(difference).sub(difference.mul(target)).mean();
    }

    /**
     * {@code mean(w (softplus(d) - y d))}: each pixel counts as much as its weight says.
     *
     * @param weights B x H x W, the logits' type; constants
     */
    public static NDArray mean(NDArray logits, NDArray target, NDArray weights) {
        NDArray difference = margin(logits);
        return Activation.softPlus(difference)
                .sub(difference.mul(target))
                .mul(weights)
                .mean();
    }

    /** {@link #mean(NDArray, NDArray)} of each image by itself: B values. The engine takes means along one axis at a time. */
    public static NDArray each(NDArray logits, NDArray target) {
        NDArray difference = margin(logits);
        return Activation.softPlus(difference)
                .sub(difference.mul(target))
                .mean(new int[] {2})
                .mean(new int[] {1});
    }

    /** Foreground minus background logit, B x H x W; its sigmoid is the foreground's probability. */
    public static NDArray margin(NDArray logits) {
        return logits.get(new NDIndex(":, 1")).sub(logits.get(new NDIndex(":, 0")));
    }
}
