package org.nlcen.model;

import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What this machine does at best, measured: the yardstick for networks.
 *
 * @param macsPerSecond multiply-accumulates a second of a large 3x3 convolution, float32
 * @param bytesPerSecond bytes a second that a copy between large arrays reads and writes
 */
public record MachinePeak(double macsPerSecond, double bytesPerSecond) {
    private static final int RUNS = 12;
    private static final int CHANNELS = 256;
    private static final int SIDE = 64;
    private static final int COPIED = 32 << 20;

    /** Measures for about two seconds on the engine's threads; the best of several runs counts. */
    public static MachinePeak measure() {
        try (NDManager manager = Engines.open()) {
            NDArray weight = innermostChannels(manager.randomNormal(new Shape(CHANNELS, 3, 3, CHANNELS)));
            NDArray bias = manager.zeros(new Shape(CHANNELS));
            NDArray picture = innermostChannels(manager.randomNormal(new Shape(1, SIDE, SIDE, CHANNELS)));
            double convolution = best(() -> Conv2d.conv2d(picture, weight, bias, new Shape(1, 1), new Shape(1, 1))
                    .singletonOrThrow());
            NDArray from = manager.ones(new Shape(COPIED));
            double copy = best(from::duplicate);
            double macs = 9.0 * CHANNELS * CHANNELS * SIDE * SIDE;
            return new MachinePeak(macs / convolution, 2.0 * Float.BYTES * COPIED / copy);
        }
    }

    /** The better of two measurements, in each figure. */
    public MachinePeak best(MachinePeak other) {
        return new MachinePeak(
                Math.max(macsPerSecond, other.macsPerSecond), Math.max(bytesPerSecond, other.bytesPerSecond));
    }

    private static NDArray innermostChannels(NDArray array) {
        return array.transpose(0, 3, 1, 2);
    }

    private static double best(Supplier<NDArray> work) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            NDArray result = work.get();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            result.close();
        }
        return best;
    }
}
