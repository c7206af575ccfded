package org.nlcen.bench;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;
import org.nlcen.metric.Overlap;
import org.nlcen.metric.SurfaceDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What opening a radiograph and judging a mask costs, without any network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PictureBenchmark {
    private static final int SIDE = 2048;
    private static final int NETWORK_SIDE = 256;

    private SourceImage radiograph;
    private Mask truth;
    private Mask prediction;

    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        short[] values = new short[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt(4096);
        }
        radiograph = SourceImage.plain(
                "noise",
                PixelBlock.ofShorts(SIDE, SIDE, 1, values, false),
                new SourceImage.Origin(Optional.empty(), "made here", 0, 1));
        truth = disc(128, 128, 60);
        prediction = disc(131, 126, 58);
    }

    @Benchmark
    public NetworkInput networkInputOfRadiograph() {
        return NetworkInputs.of(radiograph, false);
    }

    @Benchmark
    public Overlap overlap() {
        return Overlap.of(prediction, truth);
    }

    @Benchmark
    public Optional<SurfaceDistance> surfaceDistance() {
        return SurfaceDistance.between(prediction, truth);
    }

    private static Mask disc(int centreX, int centreY, int radius) {
        boolean[] inside = new boolean[NETWORK_SIDE * NETWORK_SIDE];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.hypot(i % NETWORK_SIDE - centreX, i / NETWORK_SIDE - centreY) <= radius;
        }
        return Mask.of(NETWORK_SIDE, NETWORK_SIDE, inside);
    }
}
