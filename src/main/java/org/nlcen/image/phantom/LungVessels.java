package org.nlcen.image.phantom;

import java.util.Random;

/** The roots of the lungs and the vessels that branch from them, ever thinner, towards the edges. */
final class LungVessels {
    private final ThoraxShape shape;
    private final Canvas canvas;
    private final Random random;

    LungVessels(ThoraxShape shape, Canvas canvas, Random random) {
        this.shape = shape;
        this.canvas = canvas;
        this.random = random;
    }

    void draw() {
        for (boolean right : new boolean[] {true, false}) {
            double side = right ? -1 : 1;
            double height = shape.bottom(right) - shape.top(right);
            double y = shape.top(right) + height * (right ? 0.47 : 0.43);
            double x = shape.medial(right, y) + side * 3;
            for (int i = 0; i < 9; i++) {
                double dx = side * 5 * random.nextDouble();
                double dy = 16 * (random.nextDouble() - 0.4);
                canvas.ball(x + dx, y + dy, 3 + 3 * random.nextDouble(), 0.55);
            }
            for (int i = 0; i < 11; i++) {
                // from straight up, over outwards, to straight down
                double angle = -1.35 + 2.75 * (i + 0.5 * random.nextDouble()) / 10;
                double start = y + 10 * StrictMath.sin(angle);
                branch(right, x + side * 2, start, angle, 1.1 + 1.0 * random.nextDouble(), 0);
            }
        }
    }

    private void branch(boolean right, double startX, double startY, double startAngle, double startRadius, int depth) {
        double side = right ? -1 : 1;
        double x = startX;
        double y = startY;
        double angle = startAngle;
        double radius = startRadius;
        double length = 22 + 22 * random.nextDouble();
        double bend = 0.05 * (random.nextDouble() - 0.5);
        for (double s = 0; s < length && radius > 0.28; s += 0.4) {
            x += side * 0.4 * StrictMath.cos(angle);
            y += 0.4 * StrictMath.sin(angle);
            if (!shape.inLung(right, x, y)) {
                return;
            }
            canvas.tube(x, y, radius, 0.4, 0.36 * radius);
            angle += bend + 0.16 * (random.nextDouble() - 0.5);
            radius *= 0.994;
            if (depth < 3 && random.nextDouble() < 0.035) {
                double aside = (random.nextBoolean() ? 1 : -1) * (0.5 + 0.5 * random.nextDouble());
                branch(right, x, y, angle + aside, 0.65 * radius, depth + 1);
            }
        }
        if (depth < 3) {
            double fork = 0.25 + 0.4 * random.nextDouble();
            branch(right, x, y, angle + fork, radius * 0.85, depth + 1);
            branch(right, x, y, angle - 0.6 * fork, radius * 0.85, depth + 1);
        }
    }
}
