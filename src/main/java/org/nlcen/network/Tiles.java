package org.nlcen.network;

import java.lang.management.ManagementFactory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * A map cut into d x d smaller ones, each of every d-th row and column. A convolution with dilation d and stride 1 is an ordinary one
 * on each of them: the same sums, but the engine has fast kernels for the latter alone once its padding is wide.
 */
final class Tiles {
    /** From this dilation on the engine's AVX2 kernels refuse the padding; those for AVX-512 take it and need no tiles. */
    static final int FROM = 4;

    /** Whether this processor gains by tiles. */
    static final boolean PAY = !avx512();

    private Tiles() {}

    /** As Java found the processor; where it cannot tell, as on processors that have another name for it, no. */
    private static boolean avx512() {
        try {
            HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return java != null && java.getVMOption("UseAVX").getValue().equals("3");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a map B x C x H x W can be cut. */
    static boolean fit(NDArray map, int d) {
        Shape shape = map.getShape();
        return shape.get(2) % d == 0 && shape.get(3) % d == 0;
    }

    /** B x C x H x W to Bdd x C x H/d x W/d, the channels innermost in memory. */
    static NDArray of(NDArray map, int d) {
        Shape shape = map.getShape();
        long rows = shape.get(2) / d;
        long columns = shape.get(3) / d;
        NDArray cut = map.transpose(0, 2, 3, 1)
                .reshape(shape.get(0), rows, d, columns, d, shape.get(1))
                .transpose(0, 2, 4, 1, 3, 5)
                .reshape(shape.get(0) * d * d, rows, columns, shape.get(1));
        return GraphBlock.instead(cut.transpose(0, 3, 1, 2), cut);
    }

    /** The way back from {@link #of}. */
    static NDArray joined(NDArray tiles, int d) {
        Shape shape = tiles.getShape();
        long pictures = shape.get(0) / d / d;
        NDArray whole = tiles.transpose(0, 2, 3, 1)
                .reshape(pictures, d, d, shape.get(2), shape.get(3), shape.get(1))
                .transpose(0, 3, 1, 4, 2, 5)
                .reshape(pictures, shape.get(2) * d, shape.get(3) * d, shape.get(1));
        return GraphBlock.instead(whole.transpose(0, 3, 1, 2), whole);
    }
}
