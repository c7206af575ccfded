package org.nlcen.image.phantom;

import java.util.Random;

/**
 * Outlines of one made-up patient in a frontal chest radiograph, in units of 1/256 of the side. Mean outlines and their
 * spread are those of adults standing upright; the numbers are means over many lungs at fixed fractions of their height.
 *
 * <p>Names are the patient's: the right lung lies on the left of the picture.
 */
final class ThoraxShape {
    /** Lateral and medial edge against the square root of the fraction of lung height, which rounds the apex. */
    private static final Curve RIGHT_LATERAL = edge(
            0, 94, .02, 78, .05, 69, .1, 58.7, .15, 51.4, .2, 46.8, .3, 41.3, .4, 38.2, .5, 36.2, .6, 34.2, .7, 31.7,
            .8, 28.9, .9, 27, 1, 26.5);

    private static final Curve RIGHT_MEDIAL = edge(
            0, 94, .02, 107, .05, 111.6, .1, 115, .15, 115.8, .2, 115.6, .3, 113.7, .4, 110.5, .5, 107.5, .6, 104, .7,
            101.5, .8, 100.5, 1, 100);
    private static final Curve LEFT_LATERAL = edge(
            0, 164, .02, 179, .05, 188, .1, 198.6, .15, 205.4, .2, 209.9, .3, 215.3, .4, 218.7, .5, 221.2, .6, 223.2,
            .7, 225.7, .8, 228.4, .9, 230.5, 1, 231);
    private static final Curve LEFT_MEDIAL = edge(
            0, 164, .02, 151, .05, 146, .1, 143.2, .15, 142.7, .18, 144, .205, 150, .23, 154, .26, 155, .3, 154, .35,
            154, .4, 155.5, .45, 158, .5, 161.6, .55, 167.3, .6, 174.1, .65, 181, .7, 187, .75, 191, .8, 193, .9, 194,
            1, 194);

    /** Diaphragm as a fraction of lung height against the fraction of lung width from the lateral edge. */
    private static final Curve RIGHT_DOME = Curve.through(
            0, 1, .06, .965, .1, .945, .18, .9, .26, .87, .34, .848, .42, .833, .5, .824, .6, .818, .7, .818, .85, .825,
            1, .84);

    private static final Curve LEFT_DOME = Curve.through(
            0, 1, .06, .97, .1, .952, .18, .915, .26, .887, .34, .865, .42, .85, .5, .842, .6, .84, .7, .842, 1, .86);

    final double middle;
    final double wall;
    final double depth;
    private final double top;
    private final double bottom;
    private final double topShift;
    private final double bottomShift;
    private final double width;
    private final double rightDomeLift;
    private final double leftDomeLift;
    private final double heart;
    private final double knob;
    private final double[] ripple;

    ThoraxShape(Random random) {
        middle = 129 + 4 * gaussian(random);
        top = 21 + 6 * gaussian(random);
        bottom = 212 + 18 * gaussian(random);
        topShift = 1.5 * gaussian(random);
        bottomShift = 5 * gaussian(random);
        width = 1 + 0.07 * gaussian(random);
        rightDomeLift = 0.015 * gaussian(random);
        leftDomeLift = 0.015 * gaussian(random);
        heart = 5 * gaussian(random);
        knob = 2 * gaussian(random);
        wall = 24 + 4 * gaussian(random);
        depth = 10.6 + 0.8 * gaussian(random);
        ripple = new double[12];
        for (int i = 0; i < ripple.length; i++) {
            ripple[i] = gaussian(random);
        }
    }

    /** Normal, kept within two standard deviations: no patient of this collection is grotesque. */
    static double gaussian(Random random) {
        double value = random.nextGaussian();
        while (Math.abs(value) > 2) {
            value = random.nextGaussian();
        }
        return value;
    }

    private static Curve edge(double... points) {
        for (int i = 0; i < points.length; i += 2) {
            points[i] = Math.sqrt(points[i]);
        }
        return Curve.through(points);
    }

    double top(boolean right) {
        return top + (right ? topShift : -topShift);
    }

    double bottom(boolean right) {
        return bottom + (right ? bottomShift : -bottomShift);
    }

    /** Fraction of a lung's height at {@code y}, 0 at its apex, 1 at its lowest point. */
    double fraction(boolean right, double y) {
        return (y - top(right)) / (bottom(right) - top(right));
    }

    /** x of the edge towards the ribs. */
    double lateral(boolean right, double y) {
        double t = fraction(right, y);
        double x = (right ? RIGHT_LATERAL : LEFT_LATERAL).at(root(t));
        return placed(x) + (right ? -1 : 1) * wave(right ? 0 : 3, t);
    }

    /** x of the edge towards heart and great vessels. */
    double medial(boolean right, double y) {
        double t = fraction(right, y);
        double x = (right ? RIGHT_MEDIAL : LEFT_MEDIAL).at(root(t));
        double low = bump(t, 0.68, 0.3);
        double swelling = right ? -0.4 * heart * low : heart * low + knob * bump(t, 0.25, 0.07);
        return placed(x) + swelling + wave(right ? 6 : 9, t);
    }

    /** y of the diaphragm at {@code x}; beyond the lateral edge it keeps falling. */
    double diaphragm(boolean right, double x) {
        double lateral = placed(right ? RIGHT_LATERAL.at(1) : LEFT_LATERAL.at(1));
        double medial = placed(right ? 116 : 142);
        double u = (x - lateral) / (medial - lateral);
        double lift = (right ? rightDomeLift : leftDomeLift) * bump(u, 0.6, 0.5);
        double t = (right ? RIGHT_DOME : LEFT_DOME).at(u) - lift;
        return top(right) + t * (bottom(right) - top(right));
    }

    /** Whether a point belongs to the lung as it is traced: without what lies behind heart and diaphragm. */
    boolean inLung(boolean right, double x, double y) {
        if (y < top(right) || y > diaphragm(right, x)) {
            return false;
        }
        double lateral = lateral(right, y);
        double medial = medial(right, y);
        return x >= Math.min(lateral, medial) && x <= Math.max(lateral, medial);
    }

    boolean rightSide(double x) {
        return x < middle;
    }

    private double placed(double x) {
        return middle + (x - 129) * width;
    }

    private static double root(double t) {
        return Math.sqrt(Math.max(0, Math.min(1, t)));
    }

    /** Slow departure from the mean outline, none at the apex. */
    private double wave(int from, double t) {
        double inner = Math.max(0, Math.min(1, t));
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            sum += ripple[from + k - 1] * StrictMath.sin(k * 2.2 * inner + k) / k;
        }
        return 1.4 * sum * Math.min(1, inner * 4);
    }

    /** 1 at {@code centre}, 0 from {@code reach} away. */
    private static double bump(double t, double centre, double reach) {
        double d = (t - centre) / reach;
        return d * d >= 1 ? 0 : (1 - d * d) * (1 - d * d);
    }
}
