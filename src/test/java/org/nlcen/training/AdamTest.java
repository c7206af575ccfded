package org.nlcen.training;

import java.util.Map;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AdamTest {
    /** Three steps on L = w^2 / 2 with weight decay 0.5, so the gradient is 1.5 w, by the algorithm's own formulas. */
    @Test
    void threeStepsByHand() {
        double w = 2;
        double m = 0;
        double v = 0;
        double rate = 0.1;
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameter parameter = Parameter.builder()
                    .setName("w")
                    .setType(Parameter.Type.OTHER)
                    .optShape(new Shape(1))
                    .optInitializer((owner, shape, type) -> owner.create(new float[] {2}))
                    .build();
            parameter.initialize(manager, DataType.FLOAT32);
            try (Adam adam = new Adam(manager, Map.of("w", parameter), 0.5)) {
                for (int t = 1; t <= 3; t++) {
                    try (NDManager scratch = manager.newSubManager();
                            GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                        NDArray x = scratch.create(1f);
                        collector.backward(
                                x.mul(parameter.getArray()).square().mul(0.5f).sum());
                    }
                    adam.step(rate);

                    double g = 1.5 * w;
                    m = 0.9 * m + 0.1 * g;
                    v = 0.999 * v + 0.001 * g * g;
                    double mHat = m / (1 - Math.pow(0.9, t));
                    double vHat = v / (1 - Math.pow(0.999, t));
                    w -= rate * mHat / (Math.sqrt(vHat) + 1e-8);
                    assertThat((double) parameter.getArray().getFloat(0)).isCloseTo(w, within(1e-5));
                }
            }
        }
    }
}
