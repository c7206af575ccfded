package org.nlcen.dicom.codec;

/** Uncompressed pixel data (PS3.5 section 8.1). */
final class NativeDecoder {
    private NativeDecoder() {}

    /**
     * The values of one frame.
     *
     * @param data bytes that begin with the byte holding the frame's first bit
     * @param firstBit position of the first pixel in the first byte; 0 unless one bit is allocated
     * @return samples interleaved
     */
    static int[] decode(byte[] data, int firstBit, PixelFormat format, boolean bigEndian) throws CodecException {
        long needed = (firstBit + format.nativeFrameBits() + 7) / 8;
        if (data.length < needed) {
            throw CodecException.broken("the pixel data end too early");
        }
        if (format.subsampled()) {
            return subsampled(data, format);
        }
        int[] values = new int[format.length()];
        switch (format.bitsAllocated()) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) {
                    int bit = firstBit + i;
                    values[i] = data[bit >> 3] >> (bit & 7) & 1;
                }
            }
            case 8 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Samples.stored(data[i] & 0xff, format);
                }
            }
            case 16 -> {
                int low = bigEndian ? 1 : 0;
                for (int i = 0; i < values.length; i++) {
                    int cell = (data[2 * i + low] & 0xff) | (data[2 * i + 1 - low] & 0xff) << 8;
                    values[i] = Samples.stored(cell, format);
                }
            }
            case 32 -> {
                for (int i = 0; i < values.length; i++) {
                    int at = 4 * i;
                    int cell = (data[at] & 0xff)
                            | (data[at + 1] & 0xff) << 8
                            | (data[at + 2] & 0xff) << 16
                            | data[at + 3] << 24;
                    values[i] = Samples.stored(bigEndian ? Integer.reverseBytes(cell) : cell, format);
                }
            }
            default -> throw CodecException.unsupported("{0} bits per value are not read", format.bitsAllocated());
        }
        return format.samples() == 3 && format.planar() ? interleave(values) : values;
    }

    /** Planes one after the other to samples side by side. */
    static int[] interleave(int[] planes) {
        int n = planes.length / 3;
        int[] values = new int[planes.length];
        for (int i = 0; i < n; i++) {
            values[3 * i] = planes[i];
            values[3 * i + 1] = planes[n + i];
            values[3 * i + 2] = planes[2 * n + i];
        }
        return values;
    }

    /** Y1 Y2 Cb Cr for two pixels of a row (PS3.3 C.7.6.3.1.2, YBR_FULL_422). */
    private static int[] subsampled(byte[] data, PixelFormat format) throws CodecException {
        if (format.bitsAllocated() != 8 || format.columns() % 2 != 0) {
            throw CodecException.unsupported("this form of YBR_FULL_422 is not read");
        }
        int[] values = new int[format.length()];
        int pairs = values.length / 6;
        for (int i = 0; i < pairs; i++) {
            int blue = data[4 * i + 2] & 0xff;
            int red = data[4 * i + 3] & 0xff;
            for (int j = 0; j < 2; j++) {
                int at = 6 * i + 3 * j;
                values[at] = data[4 * i + j] & 0xff;
                values[at + 1] = blue;
                values[at + 2] = red;
            }
        }
        return values;
    }
}
