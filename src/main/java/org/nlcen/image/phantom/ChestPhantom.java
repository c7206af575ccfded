package org.nlcen.image.phantom;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.nlcen.image.Mask;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;

/**
 * Chest radiographs of made-up patients: a body of soft tissue, air and bone, the thickness each ray crosses, and a
 * film's answer to it (bone bright, 12 bits). The mask is the lungs as they are traced by convention, without the parts
 * behind heart and diaphragm.
 */
public final class ChestPhantom {
    private static final int SIDE = 1024;
    private static final double UNIT = 256.0 / SIDE;
    private static final int WHITE = 4095;

    /** 36 cm across the picture, a usual detector. */
    private static final double MILLIMETRES = 0.35;

    private ChestPhantom() {}

    /** The patient of a seed: 1024x1024 pixels within 0..4095. Takes about a second. */
    public static Phantom of(long seed) {
        Random random = random(seed);
        ThoraxShape shape = new ThoraxShape(random);
        Canvas canvas = new Canvas(SIDE);
        new SoftTissue(shape, random).draw(canvas, SIDE);
        Organs.draw(shape, canvas, random);
        new LungVessels(shape, canvas, random).draw();
        new Skeleton(shape, canvas, random).draw();
        PixelBlock pixels = PixelBlock.ofShorts(SIDE, SIDE, 1, film(canvas, random), false);
        String name = "Chest phantom " + seed;
        SourceImage image = new SourceImage(
                name,
                pixels,
                ModalityTransform.IDENTITY,
                List.of(),
                false,
                Optional.empty(),
                PixelSpacing.of(MILLIMETRES, MILLIMETRES, PixelSpacing.Source.DETECTOR),
                1,
                new SourceImage.Origin(Optional.empty(), "phantom", 0, 1));
        return new Phantom(image, mask(shape));
    }

    /**
     * Blackening of a film, turned: rises with the thickness, ever slower, with grain where few quanta arrive. The beam is
     * a little stronger on one side (heel effect), and a strip of film beside the collimated field stays unexposed.
     */
    private static short[] film(Canvas canvas, Random random) {
        double half = 8.2 + 0.7 * ThoraxShape.gaussian(random);
        double steep = 1.06 + 0.08 * ThoraxShape.gaussian(random);
        double grain = 12 + 6 * random.nextDouble();
        double heel = 0.4 * ThoraxShape.gaussian(random);
        double[] field = new double[4];
        for (int edge = 0; edge < 4; edge++) {
            field[edge] = Math.max(0, ThoraxShape.gaussian(random));
        }
        short[] values = new short[canvas.values.length];
        for (int i = 0; i < values.length; i++) {
            double x = (i % SIDE + 0.5) * UNIT;
            double y = (i / SIDE + 0.5) * UNIT;
            double water = Math.max(0, canvas.values[i] + heel * (y / 128 - 1));
            double inside =
                    Math.min(Math.min(x - field[0], 256 - field[1] - x), Math.min(y - field[2], 256 - field[3] - y));
            double exposed = Arch.step(inside / 0.6 + 0.5);
            double shade = 1 - exposed * StrictMath.exp(-StrictMath.pow(water / half, steep));
            double value = 60 + shade * (WHITE - 160) + grain * (0.5 + shade) * random.nextGaussian();
            values[i] = (short) Math.max(0, Math.min(WHITE, Math.round(value)));
        }
        return values;
    }

    /** The lungs of a seed's patient alone. */
    static Mask mask(ThoraxShape shape) {
        boolean[] pixels = new boolean[SIDE * SIDE];
        double[][] dome = new double[2][SIDE];
        for (int u = 0; u < SIDE; u++) {
            dome[0][u] = shape.diaphragm(true, (u + 0.5) * UNIT);
            dome[1][u] = shape.diaphragm(false, (u + 0.5) * UNIT);
        }
        for (int v = 0; v < SIDE; v++) {
            double y = (v + 0.5) * UNIT;
            for (int side = 0; side < 2; side++) {
                boolean right = side == 0;
                double lateral = shape.lateral(right, y);
                double medial = shape.medial(right, y);
                for (int u = 0; u < SIDE && y >= shape.top(right); u++) {
                    double x = (u + 0.5) * UNIT;
                    boolean between = x >= Math.min(lateral, medial) && x <= Math.max(lateral, medial);
                    pixels[v * SIDE + u] |= between && y <= dome[side][u];
                }
            }
        }
        return Mask.of(SIDE, SIDE, pixels);
    }

    /** The shape of a seed's patient. */
    static ThoraxShape shape(long seed) {
        return new ThoraxShape(random(seed));
    }

    private static Random random(long seed) {
        return new Random(seed * 0x9e3779b97f4a7c15L + 1);
    }
}
