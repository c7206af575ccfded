package org.nlcen.image;

/** From a modality value to a shade between 0 (darkest) and 1 (brightest), DICOM PS3.3 C.11.2. */
public sealed interface VoiTransform {
    /** What a preset list shows, never empty. */
    String name();

    /** Shade of a modality value, within 0..1. */
    double apply(double modalityValue);

    /** The functions of DICOM's VOI LUT Function (0028,1056). */
    enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    /**
     * A window. {@code width} is at least 1 for {@link Function#LINEAR}, else above 0.
     *
     * @throws IllegalArgumentException for another width or a number that is not finite
     */
    record Window(String name, double center, double width, Function function) implements VoiTransform {
        public Window {
            double least = function == Function.LINEAR ? 1 : Double.MIN_NORMAL;
            if (!Double.isFinite(center) || !Double.isFinite(width) || width < least) {
                throw new IllegalArgumentException("no such window: center " + center + ", width " + width);
            }
        }

        @Override
        public double apply(double x) {
            return switch (function) {
                case LINEAR ->
                    width == 1 ? (x <= center - 0.5 ? 0 : 1) : clip((x - (center - 0.5)) / (width - 1) + 0.5);
                case LINEAR_EXACT -> clip((x - center) / width + 0.5);
                case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - center) / width));
            };
        }

        private static double clip(double shade) {
            return Math.max(0, Math.min(1, shade));
        }
    }

    /** A VOI lookup table; {@code entries} are within 0..{@code full}, {@code full} being 2^bits - 1. */
    record Lut(String name, int first, int[] entries, int full) implements VoiTransform {
        @Override
        public double apply(double x) {
            long index = Math.round(x) - first;
            return entries[(int) Math.max(0, Math.min(entries.length - 1L, index))] / (double) full;
        }
    }
}
