package org.nlcen.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Products with numbers inside a graph. The engine's own {@code mul(Number)}, {@code div(Number)} and {@code pow(Number)} put
 * the number into a buffer of Java's and give that up at once, while the graph goes on pointing to it: after the next garbage
 * collection the backward pass reads whatever lies there. Here the number lies in the engine's own memory, which the graph keeps.
 */
public final class Scalars {
    private Scalars() {}

    /** {@code x * number}, owned by x's manager. */
    public static NDArray times(NDArray x, double number) {
        try (NDArray constant = x.getManager().full(new Shape(), (float) number, x.getDataType())) {
            return x.mul(constant);
        }
    }
}
