package org.nlcen.image;

import java.util.Arrays;

/** For each screen pixel along one axis of the image: the image pixel it lies on, or the two it lies between. */
final class SampleAxis {
    private final int[] low;
    private final double[] part;
    private final boolean exact;

    private SampleAxis(int[] low, double[] part) {
        this.low = low;
        this.part = part;
        this.exact = Arrays.stream(part).allMatch(p -> p == 0);
    }

    /** Positions along image columns; on the screen these run along x, or along y if the image lies sideways. */
    static SampleAxis columns(ViewTransform view, int count, int level, int size, ViewportRenderer.Sampling sampling) {
        double[] at = new double[count];
        for (int i = 0; i < count; i++) {
            at[i] = view.toImage(screen(view.sideways(), i)).x();
        }
        return of(at, view.imageWidth(), level, size, sampling);
    }

    /** Positions along image rows. */
    static SampleAxis rows(ViewTransform view, int count, int level, int size, ViewportRenderer.Sampling sampling) {
        double[] at = new double[count];
        for (int i = 0; i < count; i++) {
            at[i] = view.toImage(screen(!view.sideways(), i)).y();
        }
        return of(at, view.imageHeight(), level, size, sampling);
    }

    private static Point screen(boolean alongY, int i) {
        return alongY ? new Point(0, i + 0.5) : new Point(i + 0.5, 0);
    }

    private static SampleAxis of(double[] at, int imageSize, int level, int size, ViewportRenderer.Sampling sampling) {
        int[] low = new int[at.length];
        double[] part = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            if (!(at[i] >= 0 && at[i] < imageSize)) {
                low[i] = -1;
                continue;
            }
            double x = Math.scalb(at[i], -level);
            if (sampling == ViewportRenderer.Sampling.NEAREST) {
                low[i] = Math.min((int) x, size - 1);
            } else {
                double centre = Math.max(0, Math.min(size - 1, x - 0.5));
                low[i] = (int) centre;
                part[i] = centre - low[i];
            }
        }
        return new SampleAxis(low, part);
    }

    /** Whether every screen pixel shows one image pixel as it is. */
    boolean exact() {
        return exact;
    }

    int count() {
        return low.length;
    }

    /** Whether the screen pixel's centre lies on the image. */
    boolean inside(int i) {
        return low[i] >= 0;
    }

    /** The image pixel at or before; negative where the screen pixel's centre is not on the image. */
    int low(int i) {
        return low[i];
    }

    /** Weight of the next image pixel, 0 to below 1; above 0 only where there is a next one. */
    double part(int i) {
        return part[i];
    }
}
