package org.nlcen.app.viewer;

import java.util.Optional;

import org.nlcen.image.PixelSpacing;

/** How large the image must be drawn so that a centimetre of it is a centimetre on the glass. */
public final class TrueSize {
    /** Width of a bank card (ISO/IEC 7810 ID-1) in millimetres. */
    public static final double CARD_MM = 85.6;

    private static final double MM_PER_INCH = 25.4;
    private static final double LEAST = 0.03;
    private static final double MOST = 2;

    private TrueSize() {}

    /**
     * Screen points that show one image column.
     *
     * @param spacing of the image
     * @param mmPerPoint width of a screen point, calibrated or estimated
     */
    public static double pointsPerColumn(PixelSpacing spacing, double mmPerPoint) {
        return spacing.columnMm() / mmPerPoint;
    }

    /** What the screen says of itself, in millimetres per point; screens often say it wrongly. */
    public static double estimate(double dotsPerInch, double pixelsPerPoint) {
        return MM_PER_INCH / dotsPerInch * pixelsPerPoint;
    }

    /** A calibration that a screen can have, between 0.03 and 2 mm per point; empty for any other number. */
    public static Optional<Double> sensible(double mmPerPoint) {
        return mmPerPoint >= LEAST && mmPerPoint <= MOST ? Optional.of(mmPerPoint) : Optional.empty();
    }

    /** The calibration that makes a bar of so many points as wide as a bank card. */
    public static double fromCard(double points) {
        return CARD_MM / points;
    }
}
