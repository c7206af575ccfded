package org.nlcen.training;

import java.util.SplittableRandom;

import org.nlcen.dataset.Sample;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/**
 * Random variants of training images; the truth follows the picture's geometry. The same random source gives the same variant.
 */
public enum Augmentation {
    /** The images as they are, as the paper trains on lungs. */
    NONE(0, 0, 0, 0, false),

    /** Rotation within 5 degrees, size within 10%, shift within 12 pixels, contrast and brightness within 15%. */
    LUNG(5, 0.10, 12, 0.15, false),

    /** Rotation within 10 degrees, each flip in half of the cases, as the paper trains on skin. */
    SKIN(10, 0, 0, 0, true);

    private static final int SIZE = NetworkInput.SIZE;
    private static final float WHITE = 255;

    private final double degrees;
    private final double scale;
    private final double shift;
    private final double shade;
    private final boolean flips;

    Augmentation(double degrees, double scale, double shift, double shade, boolean flips) {
        this.degrees = degrees;
        this.scale = scale;
        this.shift = shift;
        this.shade = shade;
        this.flips = flips;
    }

    /** A variant of a sample; the sample itself for {@link #NONE}. Pixels from outside repeat the edge and are background. */
    Sample apply(Sample sample, SplittableRandom random) {
        if (this == NONE) {
            return sample;
        }
        double angle = Math.toRadians(degrees) * within(random);
        double size = 1 + scale * within(random);
        double dx = shift * within(random);
        double dy = shift * within(random);
        float contrast = (float) (1 + shade * within(random));
        float brightness = (float) (shade * WHITE / 2 * within(random));
        double across = flips && random.nextBoolean() ? -1 : 1;
        double down = flips && random.nextBoolean() ? -1 : 1;
        double cos = Math.cos(angle) / size;
        double sin = Math.sin(angle) / size;

        int channels = sample.input().channels();
        float[] source = sample.input().values();
        float[] values = new float[source.length];
        boolean[] truth = new boolean[SIZE * SIZE];
        double centre = SIZE / 2.0;
        for (int i = 0; i < truth.length; i++) {
            double u = across * (i % SIZE + 0.5 - centre) - dx;
            double v = down * (i / SIZE + 0.5 - centre) - dy;
            double x = cos * u + sin * v + centre;
            double y = cos * v - sin * u + centre;
            truth[i] =
                    x >= 0 && y >= 0 && x < SIZE && y < SIZE && sample.truth().get((int) x, (int) y);
            for (int c = 0; c < channels; c++) {
                float level = bilinear(source, c * SIZE * SIZE, x - 0.5, y - 0.5);
                values[c * SIZE * SIZE + i] =
                        Math.max(0, Math.min(WHITE, (level - WHITE / 2) * contrast + WHITE / 2 + brightness));
            }
        }
        return new Sample(
                sample.name(),
                new NetworkInput(values, channels, sample.input().geometry()),
                Mask.of(SIZE, SIZE, truth));
    }

    private static double within(SplittableRandom random) {
        return random.nextDouble(-1, 1);
    }

    private static float bilinear(float[] plane, int offset, double x, double y) {
        double left = Math.max(0, Math.min(SIZE - 1.0, x));
        double top = Math.max(0, Math.min(SIZE - 1.0, y));
        int x0 = (int) left;
        int y0 = (int) top;
        int x1 = Math.min(SIZE - 1, x0 + 1);
        int y1 = Math.min(SIZE - 1, y0 + 1);
        double fx = left - x0;
        double fy = top - y0;
        double upper = plane[offset + y0 * SIZE + x0] * (1 - fx) + plane[offset + y0 * SIZE + x1] * fx;
        double lower = plane[offset + y1 * SIZE + x0] * (1 - fx) + plane[offset + y1 * SIZE + x1] * fx;
        return (float) (upper * (1 - fy) + lower * fy);
    }
}
