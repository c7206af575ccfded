package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.image.Contour;
import org.nlcen.image.Contours;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.Point;

/**
 * The mask an expert drew, or the exact one of a phantom.
 *
 * @param mask any size; it covers the whole image
 * @param onNetwork the same at 256x256
 * @param edges its outlines at the mask's own resolution, in coordinates of the 256x256 square
 * @param file where it came from; empty for a phantom's and a drawn one
 * @param drawn whether the user drew it here
 */
public record GroundTruth(Mask mask, Mask onNetwork, List<Contour> edges, Optional<Path> file, boolean drawn) {
    // rounds off the staircase of pixels and no more
    private static final double TOLERANCE = 0.6;
    private static final long MOST_PIXELS = 1L << 23;

    static GroundTruth of(Mask mask, Optional<Path> file) {
        Mask onNetwork = Masks.toNetwork(mask);
        return new GroundTruth(mask, onNetwork, edges(mask, onNetwork), file, false);
    }

    /** A mask the user drew; takes a tenth of a second for a large one. */
    public static GroundTruth drawn(Mask mask) {
        Mask onNetwork = Masks.toNetwork(mask);
        return new GroundTruth(mask, onNetwork, edges(mask, onNetwork), Optional.empty(), true);
    }

    /** From the mask's own pixels, so that an edge is as fine as it was drawn; a vast mask's from the network's square. */
    private static List<Contour> edges(Mask mask, Mask onNetwork) {
        if ((long) mask.width() * mask.height() > MOST_PIXELS) {
            return Contours.of(onNetwork, TOLERANCE);
        }
        double scaleX = onNetwork.width() / (double) mask.width();
        double scaleY = onNetwork.height() / (double) mask.height();
        return Contours.of(mask, TOLERANCE).stream()
                .map(contour -> new Contour(contour.points().stream()
                        .map(point -> new Point(point.x() * scaleX, point.y() * scaleY))
                        .toList()))
                .toList();
    }
}
