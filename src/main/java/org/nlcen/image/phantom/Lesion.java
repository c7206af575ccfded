package org.nlcen.image.phantom;

import java.util.Random;

/** A pigmented lesion: an irregular border around a centre, and how much pigment lies where. Lengths in pixels. */
final class Lesion {
    private static final int WAVES = 9;

    private final double x;
    private final double y;
    private final double radius;
    private final double stretch;
    private final double cosine;
    private final double sine;
    private final double[] strength = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double fringe;
    private final double netting;
    private final double patches;
    private final double dose;
    private final double mesh;
    private final SmoothNoise noise;
    private final SmoothNoise pattern;

    Lesion(Random random, int width, int height) {
        radius = height * (0.15 + 0.19 * random.nextDouble());
        x = width / 2.0 + 0.09 * width * (2 * random.nextDouble() - 1);
        y = height / 2.0 + 0.07 * height * (2 * random.nextDouble() - 1);
        stretch = 1 + 0.35 * random.nextDouble();
        double turn = Math.PI * random.nextDouble();
        cosine = StrictMath.cos(turn);
        sine = StrictMath.sin(turn);
        double wildness = 0.07 + 0.09 * random.nextDouble();
        for (int k = 0; k < WAVES; k++) {
            strength[k] = wildness * random.nextGaussian() / (1 + 0.7 * k);
            phase[k] = 2 * Math.PI * random.nextDouble();
        }
        fringe = radius * (0.06 + 0.1 * random.nextDouble());
        netting = 0.3 + 0.6 * random.nextDouble();
        patches = 0.5 + 0.6 * random.nextDouble();
        dose = 0.5 + 0.75 * random.nextDouble();
        mesh = 11 + 9 * random.nextDouble();
        noise = new SmoothNoise(random.nextLong());
        pattern = new SmoothNoise(random.nextLong());
    }

    /** Pixels from the border, positive inside. */
    double inside(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double u = (dx * cosine + dy * sine) * stretch;
        double v = (dy * cosine - dx * sine) / stretch;
        double r = Math.sqrt(u * u + v * v);
        if (r > 2 * radius || r < 0.3 * radius) {
            // far from any border this lesion can have
            return radius - r;
        }
        double angle = StrictMath.atan2(v, u);
        double border = 1;
        for (int k = 0; k < WAVES; k++) {
            border += strength[k] * StrictMath.cos((k + 2) * angle + phase[k]);
        }
        double jag = 0.05 * noise.at(px / 40, py / 40, 4);
        return radius * (Math.max(0.45, Math.min(1.8, border)) + jag) - r;
    }

    /** Melanin at a pixel, 0 outside to about 2 in the darkest patches. */
    double pigment(double px, double py, double inside) {
        double cover = Arch.step(0.5 + inside / fringe);
        if (cover == 0) {
            return 0;
        }
        double deep = 0.6 + 0.4 * Arch.step(inside / (0.7 * radius));
        double blotches = 1 + patches * pattern.at(px / (0.5 * radius), py / (0.5 * radius), 3);
        double bentX = px + 9 * noise.at(px / 30, py / 30 + 7, 2);
        double bentY = py + 9 * noise.at(px / 30 + 31, py / 30, 2);
        double wall = 1 - Math.min(1, 3.2 * noise.cells(bentX / mesh, bentY / mesh));
        double hole = netting * Arch.step(0.5 + 1.6 * pattern.at(px / radius + 9, py / radius, 2));
        return dose * cover * deep * Math.max(0.15, blotches * (1 + hole * (1.3 * wall - 0.5)));
    }

    /** Extra blood at a pixel, 0 outside. */
    double redness(double px, double py, double inside) {
        double cover = Arch.step(0.5 + inside / (2.5 * fringe));
        return cover * (0.12 + 0.3 * noise.at(px / 90 + 50, py / 90, 3));
    }
}
