package org.nlcen.dicom.codec;

import org.nlcen.image.PixelBlock;

/** Makes pixel blocks in the narrowest array. */
final class Samples {
    private Samples() {}

    /** A block of {@code values}, which must fit the format; the array is handed over. */
    static PixelBlock block(PixelFormat format, int[] values) {
        int bits = format.bitsStored();
        if (bits <= 8 && !format.signed()) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return PixelBlock.ofBytes(format.columns(), format.rows(), format.samples(), bytes);
        }
        if (bits <= 16) {
            short[] shorts = new short[values.length];
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = (short) values[i];
            }
            return PixelBlock.ofShorts(format.columns(), format.rows(), format.samples(), shorts, format.signed());
        }
        return PixelBlock.ofInts(format.columns(), format.rows(), format.samples(), values);
    }

    /** The stored value within a cell: shifted down from the high bit and sign-extended (PS3.5 8.1.1). */
    static int stored(int cell, PixelFormat format) {
        int shift = format.highBit() + 1 - format.bitsStored();
        int up = Integer.SIZE - format.bitsStored();
        int aligned = (cell >>> shift) << up;
        return format.signed() ? aligned >> up : aligned >>> up;
    }
}
