package org.nlcen.image.phantom;

import java.util.Arrays;

/**
 * A smooth function through given points: cubic Hermite pieces with limited slopes (Fritsch and Butland, 1984), so that
 * it never swings beyond its points. Constant outside.
 */
final class Curve {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int n = x.length;
        slope = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double before = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double after = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            slope[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
        }
        slope[0] = (y[1] - y[0]) / (x[1] - x[0]);
        slope[n - 1] = (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]);
    }

    /** Through {@code x0, y0, x1, y1, ...} with rising x; at least two points. */
    static Curve through(double... points) {
        double[] x = new double[points.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = points[2 * i];
            y[i] = points[2 * i + 1];
        }
        return new Curve(x, y);
    }

    double at(double t) {
        if (t <= x[0]) {
            return y[0];
        }
        if (t >= x[x.length - 1]) {
            return y[y.length - 1];
        }
        int i = Arrays.binarySearch(x, t);
        i = i >= 0 ? i : -i - 2;
        double width = x[i + 1] - x[i];
        double s = (t - x[i]) / width;
        double rest = 1 - s;
        return y[i] * (1 + 2 * s) * rest * rest
                + slope[i] * width * s * rest * rest
                + y[i + 1] * s * s * (3 - 2 * s)
                - slope[i + 1] * width * s * s * rest;
    }
}
