package org.nlcen.image.phantom;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

/**
 * Dermoscopy pictures of made-up lesions: light that melanin and blood have absorbed, hairs, glints of the immersion
 * fluid and the dark rim of the lens. The mask is the lesion within its border; hairs across it leave it as it is.
 */
public final class SkinPhantom {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    /** Absorption of red, green and blue light by melanin and by blood. */
    private static final double[] MELANIN = {0.45, 0.98, 1.35};

    private static final double[] BLOOD = {0.12, 0.62, 0.52};

    private SkinPhantom() {}

    /** The lesion of a seed: 1024x768 pixels, RGB. Takes about a second. */
    public static Phantom of(long seed) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L + 2);
        Lesion lesion = new Lesion(random, WIDTH, HEIGHT);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        boolean[] pixels = new boolean[WIDTH * HEIGHT];
        Scene scene = new Scene(random);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int i = y * WIDTH + x;
                double inside = lesion.inside(x + 0.5, y + 0.5);
                pixels[i] = inside >= 0;
                scene.shade(lesion, x, y, inside, rgb);
            }
        }
        SourceImage.Origin origin = new SourceImage.Origin(Optional.empty(), "phantom", 0, 1);
        PixelBlock block = PixelBlock.ofBytes(WIDTH, HEIGHT, 3, rgb);
        return new Phantom(SourceImage.plain("Skin phantom " + seed, block, origin), Mask.of(WIDTH, HEIGHT, pixels));
    }

    /** Everything but the lesion. */
    private static final class Scene {
        private final double[] lamp = new double[3];
        private final double tan;
        private final double flush;
        private final double rim;
        private final double lens;
        private final float[] light = new float[WIDTH * HEIGHT];
        private final float[] glint = new float[WIDTH * HEIGHT];
        private final SmoothNoise texture;
        private final Random grain;

        Scene(Random random) {
            double bright = 228 + 10 * ThoraxShape.gaussian(random);
            double warm = 0.02 * ThoraxShape.gaussian(random);
            lamp[0] = bright * (1 + warm);
            lamp[1] = bright * 0.97;
            lamp[2] = bright * (0.96 - warm);
            tan = 0.03 + 0.16 * random.nextDouble();
            flush = 0.06 + 0.2 * random.nextDouble();
            rim = 0.5 * random.nextDouble();
            lens = random.nextInt(3) == 0 ? 0.92 + 0.08 * random.nextDouble() : 2;
            texture = new SmoothNoise(random.nextLong());
            Arrays.fill(light, 1);
            Hairs.draw(light, WIDTH, HEIGHT, random);
            int glints = random.nextInt(6);
            for (int i = 0; i < glints; i++) {
                glint(WIDTH * random.nextDouble(), HEIGHT * random.nextDouble(), 4 + 14 * random.nextDouble(), random);
            }
            grain = new Random(random.nextLong());
        }

        private void glint(double x, double y, double size, Random random) {
            double flat = 0.3 + 0.5 * random.nextDouble();
            double angle = Math.PI * random.nextDouble();
            double cosine = StrictMath.cos(angle);
            double sine = StrictMath.sin(angle);
            for (int v = Math.max(0, (int) (y - size)); v < Math.min(HEIGHT, y + size); v++) {
                for (int u = Math.max(0, (int) (x - size)); u < Math.min(WIDTH, x + size); u++) {
                    double along = ((u - x) * cosine + (v - y) * sine) / size;
                    double across = ((v - y) * cosine - (u - x) * sine) / (size * flat);
                    double inside = 1 - along * along - across * across;
                    glint[v * WIDTH + u] = (float) Math.max(glint[v * WIDTH + u], Arch.step(1.8 * inside));
                }
            }
        }

        void shade(Lesion lesion, int x, int y, double inside, byte[] rgb) {
            int i = y * WIDTH + x;
            double fine = texture.at(x / 9.0, y / 9.0, 3);
            double broad = texture.at(x / 260.0, y / 260.0, 2);
            double melanin = tan * (1 + 0.35 * fine + 0.5 * broad) + lesion.pigment(x + 0.5, y + 0.5, inside);
            double blood = flush * (1 + 0.4 * fine - 0.6 * broad) + lesion.redness(x + 0.5, y + 0.5, inside);
            double dx = (x + 0.5) / WIDTH - 0.5;
            double dy = ((y + 0.5) - HEIGHT / 2.0) / WIDTH;
            double off = 2 * Math.sqrt(dx * dx + dy * dy);
            double lit = (1 - rim * off * off * off) * (1 - Arch.step((off - lens) / 0.05)) * light[i];
            for (int c = 0; c < 3; c++) {
                double back = lamp[c] * lit * StrictMath.exp(-MELANIN[c] * melanin - BLOOD[c] * blood);
                double value = back + (250 - back) * glint[i] + 2 * grain.nextGaussian();
                rgb[3 * i + c] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
    }
}
