package org.nlcen.model;

import java.util.Locale;
import java.util.Optional;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import org.nlcen.model.device.Obstacle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a device with one small network before it is trusted: two convolutions, forward and backward to the input, against the
 * CPU's numbers.
 */
final class SelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final int SIZE = 32;
    private static final int CHANNELS = 8;
    /** Cards since 2020 may multiply with ten bits behind the point ({@link Engines#tf32}), an error of about 1 in 1000. */
    private static final double ALLOWED = 5e-3;

    private SelfCheck() {}

    /** Why the device must not be used; empty if it computes what the CPU computes. */
    static Optional<DeviceInfo> failure(Device device) {
        try {
            double difference = difference(gradient(Device.cpu()), gradient(device));
            if (difference <= ALLOWED) {
                LOG.info("self-check of {}: largest difference to the CPU {}", device, difference);
                return Optional.empty();
            }
            return Optional.of(DeviceInfo.cpu(Obstacle.SELF_CHECK, String.format(Locale.ROOT, "%.2g", difference)));
        } catch (EngineException | LinkageError | IllegalArgumentException | IllegalStateException e) {
            LOG.error("the self-check of {} failed", device, e);
            return Optional.of(obstacle(e));
        }
    }

    static DeviceInfo obstacle(Throwable failure) {
        return GpuSegmenter.memoryFull(failure)
                ? DeviceInfo.cpu(Obstacle.MEMORY, "NLCEN Viewer")
                : DeviceInfo.cpu(Obstacle.ENGINE, String.valueOf(failure.getMessage()));
    }

    /** Largest distance of two numbers, relative to the largest of the first ones; infinite for NaN. */
    static double difference(float[] right, float[] tried) {
        double largest = 0;
        double apart = right.length == tried.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(right.length, tried.length); i++) {
            largest = Math.max(largest, Math.abs(right[i]));
            double here = Math.abs(right[i] - tried[i]);
            apart = Double.isNaN(here) ? Double.POSITIVE_INFINITY : Math.max(apart, here);
        }
        return apart == 0 ? 0 : apart / largest;
    }

    /** Of the sum of tanh(conv(relu(conv(x)))) by x, on numbers that a formula gives. */
    static float[] gradient(Device device) {
        Engine engine = Engine.getInstance();
        try (NDManager manager = engine.newBaseManager(device)) {
            NDArray x = manager.create(waves(3 * SIZE * SIZE, 0.37f), new Shape(1, 3, SIZE, SIZE));
            NDArray first = manager.create(waves(CHANNELS * 3 * 9, 0.91f), new Shape(CHANNELS, 3, 3, 3));
            NDArray second = manager.create(waves(2 * CHANNELS * 9, 0.53f), new Shape(2, CHANNELS, 3, 3));
            x.setRequiresGradient(true);
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray hidden = Activation.relu(convolution(x, first));
                collector.backward(
                        convolution(hidden, second).div(CHANNELS).tanh().sum());
                NDArray gradient = x.getGradient();
                gradient.attach(manager);
                return gradient.toFloatArray();
            }
        }
    }

    private static NDArray convolution(NDArray x, NDArray weight) {
        return Conv2d.conv2d(x, weight, null, new Shape(1, 1), new Shape(1, 1), new Shape(1, 1), 1)
                .singletonOrThrow();
    }

    private static float[] waves(int count, float step) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.sin(i * step);
        }
        return values;
    }
}
