package org.nlcen.image;

/**
 * From a stored value to the modality's own unit (Hounsfield units, optical density, ...), DICOM PS3.3 C.11.1.
 */
public sealed interface ModalityTransform {
    ModalityTransform IDENTITY = new Rescale(1, 0, "");

    /** The modality value of a stored value. */
    double apply(int stored);

    /** Unit of the result as DICOM's Rescale Type names it ("HU", "OD", "US"), empty where unknown. */
    String unit();

    /** {@code slope * stored + intercept}. */
    record Rescale(double slope, double intercept, String unit) implements ModalityTransform {
        @Override
        public double apply(int stored) {
            return slope * stored + intercept;
        }
    }

    /** A lookup table; stored values below {@code first} take the first entry, those past the end the last. */
    record Lut(int first, int[] entries, String unit) implements ModalityTransform {
        @Override
        public double apply(int stored) {
            long index = (long) stored - first;
            return entries[(int) Math.max(0, Math.min(entries.length - 1L, index))];
        }
    }
}
