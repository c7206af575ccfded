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
        boolean[] pixels = new boolean[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            double at = centre(geometry.toNetworkY(y + 0.5));
            int top = (int) at * SIZE;
            int bottom = Math.min(top + SIZE, (SIZE - 1) * SIZE);
            float down = (float) (at - (int) at);
            for (int x = 0; x < width; x++) {
                int right = Math.min(left[x] + 1, SIZE - 1);
                float upper = between(foreground[top + left[x]], foreground[top + right], across[x]);
                float lower = between(foreground[bottom + left[x]], foreground[bottom + right], across[x]);
                pixels[y * width + x] = between(upper, lower, down) >= 0.5f;
            }
        }
        return Mask.of(width, height, pixels);
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
