package org.nlcen.app.curves;

import java.util.Optional;

import org.nlcen.image.NetworkInput;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;

/**
 * How large a pixel of the 256x256 square is in the patient or at the detector.
 *
 * @param spacing millimetres between the square's pixels; empty where the image tells nothing
 */
record Scale(Optional<PixelSpacing> spacing) {

    /** The square covers the whole image, so its pixels are larger by the ratio of the sizes. */
    static Scale of(SourceImage source) {
        return new Scale(source.spacing()
                .flatMap(found -> PixelSpacing.of(
                        found.rowMm() * source.height() / NetworkInput.SIZE,
                        found.columnMm() * source.width() / NetworkInput.SIZE,
                        found.source())));
    }

    /** Square centimetres of so many pixels. */
    Optional<Double> cm2(double pixels) {
        return spacing.map(found -> pixels * found.rowMm() * found.columnMm() / 100);
    }
}
