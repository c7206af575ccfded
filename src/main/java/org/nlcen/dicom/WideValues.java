package org.nlcen.dicom;

import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelBlock;

/** Unsigned values of 32 bits, which no int holds: shown without their lowest bit. */
final class WideValues {
    private WideValues() {}

    /** Every value divided by two, the bits taken as unsigned. */
    static PixelBlock halved(PixelBlock block) {
        int[] values = new int[block.width() * block.height()];
        int[] row = new int[block.width()];
        for (int y = 0; y < block.height(); y++) {
            block.readRow(y, row);
            for (int x = 0; x < row.length; x++) {
                values[y * row.length + x] = row[x] >>> 1;
            }
        }
        return PixelBlock.ofInts(block.width(), block.height(), 1, values);
    }

    /** The transform that takes halved values. */
    static ModalityTransform doubling(ModalityTransform transform) {
        return transform instanceof ModalityTransform.Rescale rescale
                ? new ModalityTransform.Rescale(2 * rescale.slope(), rescale.intercept(), rescale.unit())
                : transform;
    }
}
