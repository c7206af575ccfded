package org.nlcen.metric;

import java.util.Arrays;
import java.util.Optional;

import org.nlcen.image.Mask;

/**
 * How far the outlines of two masks lie apart. The outline is every foreground pixel with a background pixel, or the
 * edge of the image, above, below, left or right of it. From each outline pixel of either mask the distance to the
 * nearest outline pixel of the other is taken; both directions together make one collection.
 *
 * @param hd95 95th percentile of the collection (Hausdorff distance without the worst twentieth; linear interpolation
 *     between ranks)
 * @param mean mean of the collection (average symmetric surface distance)
 * @param largest the Hausdorff distance itself
 */
public record SurfaceDistance(double hd95, double mean, double largest) {

    /**
     * @param stepX distance between columns, in the unit wanted for the result: 1 for pixels, or millimetres
     * @param stepY distance between rows
     * @return zeros where both masks are empty; empty where only one is, since no distance is defined then
     * @throws IllegalArgumentException if the masks differ in size or a step is not above 0
     */
    public static Optional<SurfaceDistance> between(Mask a, Mask b, double stepX, double stepY) {
        a.requireSameSize(b);
        if (!(stepX > 0) || !(stepY > 0)) {
            throw new IllegalArgumentException("no such pixel: " + stepX + " x " + stepY);
        }
        boolean[] outlineA = outline(a);
        boolean[] outlineB = outline(b);
        int countA = count(outlineA);
        int countB = count(outlineB);
        if (countA == 0 && countB == 0) {
            return Optional.of(new SurfaceDistance(0, 0, 0));
        }
        if (countA == 0 || countB == 0) {
            return Optional.empty();
        }
        double[] distances = new double[countA + countB];
        collect(outlineA, DistanceTransform.squared(outlineB, a.width(), a.height(), stepX, stepY), distances, 0);
        collect(outlineB, DistanceTransform.squared(outlineA, a.width(), a.height(), stepX, stepY), distances, countA);
        Arrays.sort(distances);
        double mean = Arrays.stream(distances).average().orElseThrow();
        return Optional.of(new SurfaceDistance(percentile95(distances), mean, distances[distances.length - 1]));
    }

    /** Distances in pixels. */
    public static Optional<SurfaceDistance> between(Mask a, Mask b) {
        return between(a, b, 1, 1);
    }

    private static double percentile95(double[] sorted) {
        double rank = 0.95 * (sorted.length - 1);
        int below = (int) rank;
        double upper = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (upper - sorted[below]) * (rank - below);
    }

    private static void collect(boolean[] outline, double[] squared, double[] distances, int at) {
        int next = at;
        for (int i = 0; i < outline.length; i++) {
            if (outline[i]) {
                distances[next++] = Math.sqrt(squared[i]);
            }
        }
    }

    private static boolean[] outline(Mask mask) {
        int width = mask.width();
        int height = mask.height();
        boolean[] outline = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
                outline[y * width + x] = mask.get(x, y)
                        && (edge
                                || !mask.get(x - 1, y)
                                || !mask.get(x + 1, y)
                                || !mask.get(x, y - 1)
                                || !mask.get(x, y + 1));
            }
        }
        return outline;
    }

    private static int count(boolean[] pixels) {
        int count = 0;
        for (boolean pixel : pixels) {
            count += pixel ? 1 : 0;
        }
        return count;
    }
}
