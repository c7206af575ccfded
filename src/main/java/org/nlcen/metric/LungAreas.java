package org.nlcen.metric;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.nlcen.image.Mask;
import org.nlcen.image.PixelSpacing;

/**
 * Areas of the two lungs of a mask. In the usual display of a chest radiograph the patient faces the viewer, so the
 * <em>right</em> lung lies on the <em>left</em> of the image; a mirrored image exchanges the two.
 *
 * @param right pixels of the patient's right lung, on the left of the image
 * @param left pixels of the patient's left lung, on the right of the image
 * @param joined whether the mask joins both lungs in one piece, which was then cut at the image's middle column
 */
public record LungAreas(long right, long left, boolean joined) {
    /** A second piece at least this part of the largest one is the other lung, a smaller one a speck. */
    private static final double OTHER_LUNG = 0.1;

    /** A single piece with at least this part on either side of the middle is two lungs that touch. */
    private static final double STRADDLES = 0.2;

    /**
     * Splits a mask into lungs. Its two largest connected pieces are the lungs, one on either side of the line half-way
     * between their centres; further pieces count with the side they lie on. Where one piece is all there is, the
     * image's middle decides.
     */
    public static LungAreas of(Mask mask) {
        List<Components.Piece> pieces = Components.of(mask).stream()
                .sorted(Comparator.comparingInt(Components.Piece::area).reversed())
                .toList();
        if (pieces.isEmpty()) {
            return new LungAreas(0, 0, false);
        }
        double middle = mask.width() / 2.0;
        Components.Piece first = pieces.get(0);
        if (pieces.size() > 1 && pieces.get(1).area() >= OTHER_LUNG * first.area()) {
            middle = (first.centreX() + pieces.get(1).centreX()) / 2;
        } else {
            long before = before(mask, first, mask.width() / 2);
            if (Math.min(before, first.area() - before) >= STRADDLES * first.area()) {
                long rest = pieces.stream()
                        .skip(1)
                        .filter(piece -> piece.centreX() < mask.width() / 2.0)
                        .mapToLong(Components.Piece::area)
                        .sum();
                return new LungAreas(before + rest, mask.area() - before - rest, true);
            }
        }
        double line = middle;
        long right = pieces.stream()
                .filter(piece -> piece.centreX() < line)
                .mapToLong(Components.Piece::area)
                .sum();
        return new LungAreas(right, mask.area() - right, false);
    }

    private static long before(Mask mask, Components.Piece piece, int column) {
        return piece.pixels().stream().filter(i -> i % mask.width() < column).count();
    }

    /** Area of the patient's right lung in square centimetres, for a spacing of the mask's own pixels. */
    public double rightCm2(PixelSpacing spacing) {
        return right * spacing.rowMm() * spacing.columnMm() / 100;
    }

    /** Area of the patient's left lung in square centimetres, for a spacing of the mask's own pixels. */
    public double leftCm2(PixelSpacing spacing) {
        return left * spacing.rowMm() * spacing.columnMm() / 100;
    }

    /** Left to right, below 1 as a rule since the heart lies on the left; empty without a right lung. */
    public OptionalDouble ratio() {
        return right == 0 ? OptionalDouble.empty() : OptionalDouble.of(left / (double) right);
    }
}
