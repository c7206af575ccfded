package org.nlcen.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One frame as it was stored, with all that is needed to show it and to trace it. Immutable and free of patient data:
 * what a DICOM header says beyond the picture stays with the DICOM package.
 *
 * @param name what a title shows; the file's name, never a patient's
 * @param pixels stored values; three samples are red, green, blue within 0..255
 * @param modality stored value to modality value
 * @param presets windows and tables the file brings, the file's order, may be empty
 * @param inverted whether the darkest shade is shown brightest (MONOCHROME1 or Presentation LUT Shape INVERSE)
 * @param padding stored values that are no image (Pixel Padding), if any
 * @param spacing millimetres per pixel, if known
 * @param aspect height of a pixel divided by its width; 1 where the file is silent
 * @param origin where it came from
 */
public record SourceImage(
        String name,
        PixelBlock pixels,
        ModalityTransform modality,
        List<VoiTransform> presets,
        boolean inverted,
        Optional<Padding> padding,
        Optional<PixelSpacing> spacing,
        double aspect,
        Origin origin) {

    /** An inclusive range of stored values that stand for "outside the image". */
    public record Padding(int low, int high) {
        public boolean contains(int stored) {
            return stored >= low && stored <= high;
        }
    }

    /**
     * Where an image came from.
     *
     * @param file the file; empty for an image the program made
     * @param format short name for people: "PNG", "DICOM", "phantom"
     * @param frame index of this frame, from 0
     * @param frames number of frames in the file, at least 1
     */
    public record Origin(Optional<Path> file, String format, int frame, int frames) {}

    public SourceImage {
        presets = List.copyOf(presets);
    }

    /** An 8-bit or 16-bit picture without clinical attributes. */
    public static SourceImage plain(String name, PixelBlock pixels, Origin origin) {
        return new SourceImage(
                name,
                pixels,
                ModalityTransform.IDENTITY,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                1,
                origin);
    }

    /** The same under another name. */
    public SourceImage named(String other) {
        return new SourceImage(other, pixels, modality, presets, inverted, padding, spacing, aspect, origin);
    }

    public int width() {
        return pixels.width();
    }

    public int height() {
        return pixels.height();
    }

    public boolean colour() {
        return pixels.samples() == 3;
    }
}
