package org.nlcen.image;

import java.util.Optional;

/**
 * Millimetres between pixel centres.
 *
 * @param rowMm distance between rows (vertical), above 0
 * @param columnMm distance between columns (horizontal), above 0
 * @param source where the numbers come from
 */
public record PixelSpacing(double rowMm, double columnMm, Source source) {

    /** How far a measurement in millimetres may be trusted. */
    public enum Source {
        /** Calibrated to the patient (Pixel Spacing with calibration, or a cross-section). */
        PATIENT,
        /** At the detector's surface: the patient is magnified by an unknown factor (Imager Pixel Spacing). */
        DETECTOR,
        /** A raster file's resolution entry, or given by the user. */
        FILE
    }

    public PixelSpacing {
        if (!(rowMm > 0) || !(columnMm > 0) || rowMm > 1e4 || columnMm > 1e4) {
            throw new IllegalArgumentException("no such spacing: " + rowMm + " x " + columnMm + " mm");
        }
    }

    /** A spacing if the numbers are sensible, else none: files often hold zeros. */
    public static Optional<PixelSpacing> of(double rowMm, double columnMm, Source source) {
        boolean sensible = rowMm > 0 && columnMm > 0 && rowMm <= 1e4 && columnMm <= 1e4;
        return sensible ? Optional.of(new PixelSpacing(rowMm, columnMm, source)) : Optional.empty();
    }
}
