package org.nlcen.training;

import ai.djl.ndarray.NDArray;

/** Writing into live arrays. */
final class InPlace {
    private InPlace() {}

    /**
     * Copies values into the memory of {@code to}, whatever else shares it. DJL's own {@code copyTo} gives the handle new
     * memory, which leaves detached views and optimisers with the old one.
     */
    static void copy(NDArray from, NDArray to) {
        try (NDArray plain = to.stopGradient()) {
            plain.muli(0).addi(from);
        }
    }
}
