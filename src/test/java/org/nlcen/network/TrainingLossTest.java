package org.nlcen.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrainingLossTest {
    /** Two images of 1x2 pixels; the foreground's logits are 0 and 0 (p = 1/2), then ln 3 and -ln 3 (p = 3/4 and 1/4). */
    private static double loss(TrainingLoss loss) {
        float third = (float) Math.log(3);
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits = manager.create(new float[] {0, 0, 0, 0, 0, 0, third, -third}, new Shape(2, 2, 1, 2));
            NDArray truth = manager.create(new float[] {1, 0, 1, 0}, new Shape(2, 1, 2));
            return loss.of(List.of(logits), truth).getFloat();
        }
    }

    @Test
    void jaccardDistanceByHand() {
        // first: tp = 1/2, t^2 = 1, p^2 = 1/2; second: tp = 3/4, t^2 = 1, p^2 = 10/16
        double first = 1 - (0.5 + 1) / (1 + 0.5 - 0.5 + 1);
        double second = 1 - (0.75 + 1) / (1 + 0.625 - 0.75 + 1);

        assertThat(loss(TrainingLoss.JACCARD)).isCloseTo((first + second) / 2, within(1e-6));
    }

    @Test
    void diceByHand() {
        // foreground and background are mirror images here: 2 tp = 1 of 1 + 1, then 3/2 of 1 + 1
        double first = 1 - (1.0 + 1) / (1 + 1 + 1);
        double second = 1 - (1.5 + 1) / (1 + 1 + 1);

        assertThat(loss(TrainingLoss.DICE)).isCloseTo((first + second) / 2, within(1e-6));
    }

    @Test
    void edgesByHand() {
        // p - t is (-1/2, 1/2), then (-1/4, 1/4); in one row, Sobel's x is twice the right minus the left neighbour,
        // zero beyond
        // the edge: lengths 1 and 1, then 1/2 and 1/2; Sobel's y sees the same zeros above and below
        double edges = (1 + 1 + 0.5 + 0.5) / 4;

        assertThat(loss(TrainingLoss.CROSS_ENTROPY_AND_EDGES))
                .isCloseTo(loss(TrainingLoss.CROSS_ENTROPY) + 0.5 * edges, within(1e-5));
    }

    @Test
    void crossEntropyByHand() {
        assertThat(loss(TrainingLoss.CROSS_ENTROPY))
                .isCloseTo((2 * Math.log(2) + 2 * Math.log(4 / 3.0)) / 4, within(1e-6));
    }
}
