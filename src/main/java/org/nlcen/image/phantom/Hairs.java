package org.nlcen.image.phantom;

import java.util.Random;

/** Hairs across a picture: bent strokes, thinner towards the tip, that let little light through. */
final class Hairs {
    private Hairs() {}

    /** Darkens {@code light}, the share of light that is left at each pixel, row by row. */
    static void draw(float[] light, int width, int height, Random random) {
        int hairs = random.nextInt(13);
        double lean = 2 * Math.PI * random.nextDouble();
        for (int hair = 0; hair < hairs; hair++) {
            double x = width * random.nextDouble();
            double y = height * random.nextDouble();
            double angle = lean + 0.6 * random.nextGaussian();
            double bend = 0.0022 * random.nextGaussian();
            double length = 150 + 450 * random.nextDouble();
            double thick = 1.2 + 1.4 * random.nextDouble();
            double dark = 0.55 + 0.3 * random.nextDouble();
            for (double s = 0; s < length; s += 0.5) {
                x += 0.5 * StrictMath.cos(angle);
                y += 0.5 * StrictMath.sin(angle);
                angle += 0.5 * bend;
                dot(light, width, height, x, y, thick * (1 - 0.6 * s / length), 1 - dark);
            }
        }
    }

    /** Never darker than {@code least}, so that steps of one hair do not add up. */
    private static void dot(float[] light, int width, int height, double x, double y, double radius, double least) {
        int reach = (int) Math.ceil(radius + 1);
        for (int v = (int) y - reach; v <= (int) y + reach; v++) {
            for (int u = (int) x - reach; u <= (int) x + reach; u++) {
                if (u < 0 || v < 0 || u >= width || v >= height) {
                    continue;
                }
                double distance = Math.sqrt((u + 0.5 - x) * (u + 0.5 - x) + (v + 0.5 - y) * (v + 0.5 - y));
                double cover = Math.max(0, Math.min(1, radius + 0.5 - distance));
                int i = v * width + u;
                light[i] = (float) Math.min(light[i], 1 - cover * (1 - least));
            }
        }
    }
}
