package org.nlcen.image.phantom;

import java.util.Random;

/** Bones of the chest, drawn as hollow tubes in space and seen from the front. */
final class Skeleton {
    private static final int RIBS = 11;
    private static final double STEP = 0.5;

    private final ThoraxShape shape;
    private final Canvas canvas;
    private final Random random;
    private final double density;

    Skeleton(ThoraxShape shape, Canvas canvas, Random random) {
        this.shape = shape;
        this.canvas = canvas;
        this.random = random;
        this.density = 1 + 0.15 * ThoraxShape.gaussian(random);
    }

    void draw() {
        spine();
        double steepness = 1 + 0.15 * ThoraxShape.gaussian(random);
        for (boolean right : new boolean[] {true, false}) {
            for (int rib = 0; rib < RIBS; rib++) {
                rib(right, rib, steepness);
            }
            clavicle(right);
            shoulderBones(right);
        }
    }

    private void spine() {
        double pitch = 15.5 + 0.5 * ThoraxShape.gaussian(random);
        double start = 4 * ThoraxShape.gaussian(random);
        for (double y = start - 20; y < 270; y += pitch) {
            double half = 8 + 2.5 * y / 256;
            for (double dy = 1; dy < pitch - 1; dy += 1) {
                for (double dx = -half + 3; dx <= half - 3; dx += 2) {
                    canvas.ball(shape.middle + dx, y + dy, 3.4, 0.16 * density);
                }
            }
            canvas.ellipse(shape.middle - 0.7 * half, y + 5, 2, 2.8, 0.8 * density);
            canvas.ellipse(shape.middle + 0.7 * half, y + 5, 2, 2.8, 0.8 * density);
            canvas.ellipse(shape.middle, y + 12, 1.4, 4, 0.9 * density);
        }
    }

    /** From the spine around the side to the front, sinking all the way; the front half is thinner. */
    private void rib(boolean right, int rib, double steepness) {
        double height = shape.bottom(right) - shape.top(right);
        double start = shape.top(right) + height * (0.082 * rib - 0.03) + 0.7 * ThoraxShape.gaussian(random);
        double sink = steepness * height * (0.2 + 0.028 * Math.min(rib, 7));
        double radius = 3.9 + 0.35 * ThoraxShape.gaussian(random);
        double reach = rib > 8 ? 1.7 : 2.5;
        double x = shape.middle;
        double y = start;
        double z = 0;
        for (double angle = 0.12; angle < reach; angle += 0.004) {
            double sine = StrictMath.sin(angle);
            double cosine = StrictMath.cos(angle);
            double nextY =
                    start + sink * (1 - cosine) / 2 - 0.05 * height * StrictMath.sin(Math.min(Math.PI, 2.2 * angle));
            double edge = shape.lateral(right, Math.max(shape.top(right) + 0.03 * height, nextY));
            double out = edge + (right ? -1.5 : 1.5);
            double nextX = shape.middle + (out - shape.middle) * StrictMath.pow(sine, 0.85);
            double nextZ = 62 * cosine;
            if (angle > 0.12) {
                double length = Math.sqrt(square(nextX - x) + square(nextY - y) + square(nextZ - z));
                double front = angle > 1.7 ? 0.75 : 1;
                canvas.bone(nextX, nextY, radius, length, 0.95 * density * front);
            }
            x = nextX;
            y = nextY;
            z = nextZ;
        }
    }

    private void clavicle(boolean right) {
        double side = right ? -1 : 1;
        double inner = shape.top(right) + 36 + 4 * ThoraxShape.gaussian(random);
        double outer = shape.top(right) - 2 + 5 * ThoraxShape.gaussian(random);
        for (double s = 0; s < 1; s += 0.004) {
            double x = shape.middle + side * (13 + 92 * s);
            double bend = 5 * StrictMath.sin(2 * Math.PI * s);
            double y = inner + (outer - inner) * StrictMath.pow(s, 0.8) + bend;
            canvas.bone(x, y, 4.2 - 1.2 * s * (1 - s) * 4, 0.42, 1.35 * density);
        }
    }

    /** Shoulder blade with its border, and the head of the arm bone. */
    private void shoulderBones(boolean right) {
        double side = right ? -1 : 1;
        double x = shape.middle + side * (108 + 4 * ThoraxShape.gaussian(random));
        double y = shape.top(right) + 14 + 4 * ThoraxShape.gaussian(random);
        canvas.ball(x + side * 17, y + 6, 14, 1.2 * density);
        for (double s = 0; s < 40; s += STEP) {
            canvas.bone(x + side * (19 + 0.25 * s), y + 8 + s, 7.5, STEP, 1.1 * density);
        }
        double tilt = 8 + 4 * ThoraxShape.gaussian(random);
        for (double s = 0; s < 1; s += STEP / 90) {
            double border = x - side * (6 - tilt * s) - side * 10 * StrictMath.sin(Math.PI * s);
            canvas.bone(border, y + 88 * s, 2.2, STEP, 0.6 * density);
            canvas.ball(x + side * (10 - 4 * s), y + 70 * s, 14 * (1 - 0.7 * s), 0.012 * density);
        }
        for (double s = 0; s < 1; s += STEP / 50) {
            canvas.bone(x - side * (12 - 40 * s), y + 14 - 14 * s, 3.2, STEP, 0.7 * density);
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
