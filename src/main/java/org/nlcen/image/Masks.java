package org.nlcen.image;

/** Masks between the network's square and the source image. */
public final class Masks {
    private static final int SIZE = NetworkInput.SIZE;

    private Masks() {}

    /**
     * The network's answer on the source image: the probability map interpolated linearly between pixel centres
     * (outside the outermost centres the edge value holds), then at least one half. Nothing is smoothed, filled or
     * dropped.
     *
     * @param foreground 256 * 256 probabilities, row by row; not a number counts as background
     */
    public static Mask toSource(float[] foreground, Geometry geometry) {
        boolean[] pixels = new boolean[Math.multiplyExact(geometry.sourceWidth(), geometry.sourceHeight())];
        enlarge(foreground, geometry, (i, probability) -> pixels[i] = probability >= 0.5f);
        return Mask.of(geometry.sourceWidth(), geometry.sourceHeight(), pixels);
    }

    /** The probability map itself on the source image, on the terms of {@link #toSource}: width * height, row by row. */
    public static float[] probabilitiesToSource(float[] foreground, Geometry geometry) {
        float[] pixels = new float[Math.multiplyExact(geometry.sourceWidth(), geometry.sourceHeight())];
        enlarge(foreground, geometry, (i, probability) -> pixels[i] = probability);
        return pixels;
    }

    /** Takes a pixel of the source image, by its position in row order. */
    @FunctionalInterface
    private interface Target {
        void put(int index, float probability);
    }

    private static void enlarge(float[] foreground, Geometry geometry, Target target) {
        if (foreground.length != SIZE * SIZE) {
            throw new IllegalArgumentException("expected 256x256 probabilities, got " + foreground.length);
        }
        int width = geometry.sourceWidth();
        int height = geometry.sourceHeight();
        int[] left = new int[width];
        float[] across = new float[width];
        for (int x = 0; x < width; x++) {
            double at = centre(geometry.toNetworkX(x + 0.5));
            left[x] = (int) at;
            across[x] = (float) (at - left[x]);
        }
        for (int y = 0; y < height; y++) {
            double at = centre(geometry.toNetworkY(y + 0.5));
            int top = (int) at * SIZE;
            int bottom = Math.min(top + SIZE, (SIZE - 1) * SIZE);
            float down = (float) (at - (int) at);
            for (int x = 0; x < width; x++) {
                int right = Math.min(left[x] + 1, SIZE - 1);
                float upper = between(foreground[top + left[x]], foreground[top + right], across[x]);
                float lower = between(foreground[bottom + left[x]], foreground[bottom + right], across[x]);
                target.put(y * width + x, between(upper, lower, down));
            }
        }
    }

    /** From a continuous coordinate to one that is whole at pixel centres, kept within the square. */
    private static double centre(double coordinate) {
        return Math.max(0, Math.min(SIZE - 1, coordinate - 0.5));
    }

    private static float between(float a, float b, float part) {
        return a + (b - a) * part;
    }

    /** A mask of the source image on the network's 256x256 square: the pixels at least half covered. */
    public static Mask toNetwork(Mask mask) {
        double[] covered = Plane.of(mask).resample(SIZE, SIZE);
        boolean[] pixels = new boolean[covered.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = covered[i] >= 0.5;
        }
        return Mask.of(SIZE, SIZE, pixels);
    }
}
