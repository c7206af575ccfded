package org.nlcen.dicom.codec;

/**
 * The Image Pixel module (PS3.3 C.7.6.3) of one image, checked.
 *
 * @param rows height in pixels
 * @param columns width in pixels
 * @param samples values per pixel: 1 or 3
 * @param photometric as the file says: MONOCHROME1, RGB, YBR_FULL_422, ...
 * @param bitsAllocated 1, 8, 16 or 32
 * @param bitsStored at most {@code bitsAllocated}
 * @param highBit position of the stored value's highest bit
 * @param signed whether stored values are two's complement
 * @param planar whether the samples of native colour lie plane by plane
 */
public record PixelFormat(
        int rows,
        int columns,
        int samples,
        String photometric,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean planar) {

    /** Values of a frame. */
    public int length() {
        return rows * columns * samples;
    }

    /** Whether native data hold two chrominance values for two pixels (YBR_FULL_422). */
    public boolean subsampled() {
        return samples == 3 && photometric.endsWith("_422");
    }

    /** The same with all allocated bits taken as the stored value. */
    PixelFormat wholeCells() {
        return new PixelFormat(
                rows, columns, samples, photometric, bitsAllocated, bitsAllocated, bitsAllocated - 1, false, planar);
    }

    /** Bits of one native frame; frames of 1-bit data are not padded to whole bytes. */
    public long nativeFrameBits() {
        long values = subsampled() ? (long) rows * columns * 2 : length();
        return values * bitsAllocated;
    }
}
