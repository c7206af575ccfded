package org.nlcen.dicom.codec;

import java.util.Arrays;

/** RLE Lossless (PS3.5 annex G): up to 15 byte planes, most significant first, each packed like TIFF's PackBits. */
final class RleDecoder {
    private static final int HEADER = 64;

    private RleDecoder() {}

    /** The values of one frame, samples interleaved. */
    static int[] decode(byte[] data, PixelFormat format) throws CodecException {
        int cellBytes = Math.max(1, format.bitsAllocated() / 8);
        int planes = format.samples() * cellBytes;
        if (data.length < HEADER || word(data, 0) != planes) {
            throw CodecException.broken("the RLE header does not fit the image");
        }
        int pixels = format.rows() * format.columns();
        boolean packedBits = format.bitsAllocated() == 1;
        int planeLength = packedBits ? (pixels + 7) / 8 : pixels;
        int[] cells = new int[format.length()];
        byte[] plane = new byte[planeLength];
        for (int p = 0; p < planes; p++) {
            unpack(data, p, planes, plane);
            int sample = p / cellBytes;
            for (int i = 0; i < pixels; i++) {
                int at = i * format.samples() + sample;
                int octet = packedBits ? plane[i >> 3] >> (i & 7) & 1 : plane[i] & 0xff;
                cells[at] = cells[at] << 8 | octet;
            }
        }
        if (!packedBits) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = Samples.stored(cells[i], format);
            }
        }
        return cells;
    }

    private static void unpack(byte[] data, int index, int planes, byte[] plane) throws CodecException {
        int in = word(data, 4 * (index + 1));
        int end = index + 1 < planes ? word(data, 4 * (index + 2)) : data.length;
        if (in < HEADER || in > end || end > data.length) {
            throw CodecException.broken("the RLE segments overlap");
        }
        int out = 0;
        while (out < plane.length) {
            if (in >= end) {
                throw CodecException.broken("the RLE data end too early");
            }
            int n = data[in++];
            if (n >= 0) {
                int run = Math.min(n + 1, plane.length - out);
                if (run > end - in) {
                    throw CodecException.broken("the RLE data end too early");
                }
                System.arraycopy(data, in, plane, out, run);
                in += n + 1;
                out += run;
            } else if (n != Byte.MIN_VALUE) {
                if (in >= end) {
                    throw CodecException.broken("the RLE data end too early");
                }
                int run = Math.min(1 - n, plane.length - out);
                Arrays.fill(plane, out, out + run, data[in++]);
                out += run;
            }
        }
    }

    private static int word(byte[] data, int at) {
        return (data[at] & 0xff)
                | (data[at + 1] & 0xff) << 8
                | (data[at + 2] & 0xff) << 16
                | (data[at + 3] & 0xff) << 24;
    }
}
