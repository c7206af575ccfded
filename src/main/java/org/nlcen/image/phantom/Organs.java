package org.nlcen.image.phantom;

import java.util.Random;

/** Single bodies of the chest: windpipe and its two branches, the descending aorta, gas in stomach and bowel. */
final class Organs {
    private Organs() {}

    static void draw(ThoraxShape shape, Canvas canvas, Random random) {
        double height = shape.bottom(true) - shape.top(true);
        double carina = shape.top(true) + 0.34 * height;
        for (double y = -6; y < carina; y += 0.5) {
            canvas.tube(shape.middle - 1, y, 5, 0.5, -2.2);
        }
        for (double s = 0; s < 26; s += 0.5) {
            canvas.tube(shape.middle - 1 - 0.75 * s, carina + 0.66 * s, 3.6, 0.5, -1.3);
            canvas.tube(shape.middle - 1 + 0.9 * s, carina + 0.5 * s, 3.2, 0.5, -1.3);
        }
        double start = shape.top(false) + 0.24 * height;
        for (double y = start; y < shape.bottom(false); y += 0.5) {
            canvas.tube(
                    shape.middle + 13 - 5 * Arch.step((y - start) / height),
                    y,
                    7,
                    0.5,
                    1.3 * Arch.step((y - start) / 25));
        }
        double x = shape.middle + 52 + 6 * ThoraxShape.gaussian(random);
        double dome = shape.diaphragm(false, x);
        canvas.ellipse(x, dome + 12, 12 + 3 * ThoraxShape.gaussian(random), 7 + 1.5 * ThoraxShape.gaussian(random), -5);
        for (int i = 0; i < 6; i++) {
            double beside = x - 6 + 13 * ThoraxShape.gaussian(random);
            double under = shape.diaphragm(false, beside) + 30 + 9 * ThoraxShape.gaussian(random);
            canvas.ellipse(beside, under, 4 + 4 * random.nextDouble(), 3 + 4 * random.nextDouble(), -2);
        }
    }
}
