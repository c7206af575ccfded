package org.nlcen.image.measure;

import org.nlcen.image.PixelSpacing;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;

/**
 * From places on an image, in columns and rows, to lengths. Pixels need not be square.
 *
 * @param columnSize width of a pixel in the unit, above 0
 * @param rowSize height of a pixel in the unit, above 0
 * @param unit what lengths are counted in
 */
public record Ruler(double columnSize, double rowSize, Unit unit) {

    /** What a length is counted in, and how far it may be trusted. */
    public enum Unit {
        /** Millimetres of the patient. */
        PATIENT_MM,
        /** Millimetres at the detector: the patient is smaller by an unknown factor. */
        DETECTOR_MM,
        /** Millimetres by the resolution a picture file states. */
        FILE_MM,
        /** Square pixels of unknown size. */
        PIXELS,
        /** Pixels of unknown size that are not square; counted in their width. */
        PIXEL_WIDTHS;

        public boolean millimetres() {
            return this != PIXELS && this != PIXEL_WIDTHS;
        }
    }

    public Ruler {
        if (!(columnSize > 0) || !(rowSize > 0)) {
            throw new IllegalArgumentException("no such pixel: " + columnSize + " x " + rowSize);
        }
    }

    /** For an image: millimetres where it states the size of a pixel, else pixels. */
    public static Ruler of(SourceImage image) {
        return image.spacing()
                .map(mm -> new Ruler(mm.columnMm(), mm.rowMm(), unit(mm.source())))
                .orElseGet(() -> new Ruler(1, image.aspect(), image.aspect() == 1 ? Unit.PIXELS : Unit.PIXEL_WIDTHS));
    }

    private static Unit unit(PixelSpacing.Source source) {
        return switch (source) {
            case PATIENT -> Unit.PATIENT_MM;
            case DETECTOR -> Unit.DETECTOR_MM;
            case FILE -> Unit.FILE_MM;
        };
    }

    /** Distance of two places. */
    public double length(Point a, Point b) {
        return Math.hypot((b.x() - a.x()) * columnSize, (b.y() - a.y()) * rowSize);
    }

    /** Angle at {@code vertex} between the directions to the other two, in degrees within 0..180; 0 where one is the vertex. */
    public double degrees(Point a, Point vertex, Point b) {
        double ax = (a.x() - vertex.x()) * columnSize;
        double ay = (a.y() - vertex.y()) * rowSize;
        double bx = (b.x() - vertex.x()) * columnSize;
        double by = (b.y() - vertex.y()) * rowSize;
        return Math.toDegrees(Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)));
    }

    /** From square pixels (columns times rows) to the unit squared. */
    public double area(double pixels) {
        return pixels * columnSize * rowSize;
    }
}
