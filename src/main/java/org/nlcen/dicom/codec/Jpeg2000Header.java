package org.nlcen.dicom.codec;

import java.util.HashMap;
import java.util.Map;

/**
 * The main header of a JPEG 2000 code stream (ITU-T T.800 annex A), read so that hostile streams never reach the
 * decoder, and mended where real encoders leave out what the decoder needs.
 *
 * @param width of the picture
 * @param height of the picture
 * @param components their number
 * @param precision bits of the first component
 * @param signed whether the first component is two's complement
 * @param colourTransform whether components are luminance and chrominance (RCT or ICT)
 * @param reversible whether the wavelet, and with it the colour transform, is the lossless one
 */
record Jpeg2000Header(
        long width,
        long height,
        int components,
        int precision,
        boolean signed,
        boolean colourTransform,
        boolean reversible) {
    private static final int SOC = 0xff4f;
    private static final int CAP = 0xff50;
    private static final int SIZ = 0xff51;
    private static final int COD = 0xff52;
    private static final int SOT = 0xff90;
    private static final int MOST_TILES = 4096;
    private static final int COLOUR_TRANSFORM = 8;
    private static final int WAVELET = 13;
    private static final int MOST_LEVELS = 32;

    /** The code stream within a JP2 file, or the bytes themselves. */
    static byte[] unwrap(byte[] data) throws CodecException {
        if (data.length > 12 && u16(data, 0) == 0 && u32(data, 4) == 0x6a502020L) {
            int at = 0;
            while (at + 8 <= data.length) {
                long length = u32(data, at);
                if (u32(data, at + 4) == 0x6a703263L) {
                    int end = length < 8 ? data.length : (int) Math.min(data.length, at + length);
                    return java.util.Arrays.copyOfRange(data, at + 8, end);
                }
                if (length < 8) {
                    break;
                }
                at = (int) Math.min(data.length, at + length);
            }
            throw CodecException.broken("the JPEG 2000 file holds no code stream");
        }
        return data;
    }

    /** Reads the main header. */
    static Jpeg2000Header read(byte[] data) throws CodecException {
        if (data.length < 40 || u16(data, 0) != SOC || u16(data, 2) != SIZ) {
            throw CodecException.broken("the pixel data are no JPEG 2000 data");
        }
        boolean transform = false;
        boolean reversible = false;
        boolean coded = false;
        int at = 2;
        while (at + 4 <= data.length && u16(data, at) != SOT) {
            int marker = u16(data, at);
            int length = u16(data, at + 2);
            if (length < 2 || at + 2 + length > data.length) {
                throw CodecException.broken("the JPEG 2000 header is cut off");
            }
            if (marker == CAP) {
                throw CodecException.unsupported("High-Throughput JPEG 2000 is not read");
            }
            if (marker == COD) {
                checkCoding(data, at + 4, length - 2);
                transform = data[at + COLOUR_TRANSFORM] != 0;
                reversible = data[at + WAVELET] == 1;
                coded = true;
            }
            at += 2 + length;
        }
        if (!coded) {
            throw CodecException.broken("the JPEG 2000 header is incomplete");
        }
        return size(data, transform, reversible);
    }

    private static Jpeg2000Header size(byte[] data, boolean transform, boolean reversible) throws CodecException {
        long width = u32(data, 8) - u32(data, 16);
        long height = u32(data, 12) - u32(data, 20);
        long tileWidth = u32(data, 24);
        long tileHeight = u32(data, 28);
        int components = u16(data, 40);
        if (data.length < 42 + 3 * components || components < 1) {
            throw CodecException.broken("the JPEG 2000 header is cut off");
        }
        if (tileWidth < 1 || tileHeight < 1 || width < 1 || height < 1) {
            throw CodecException.broken("the JPEG 2000 header contradicts itself");
        }
        long tiles = ((u32(data, 8) - u32(data, 32) + tileWidth - 1) / tileWidth)
                * ((u32(data, 12) - u32(data, 36) + tileHeight - 1) / tileHeight);
        if (tiles < 1 || tiles > MOST_TILES) {
            throw CodecException.unsupported("JPEG 2000 data of {0} tiles are not read", tiles);
        }
        for (int c = 0; c < components; c++) {
            if (data[42 + 3 * c] != data[42] || data[43 + 3 * c] != 1 || data[44 + 3 * c] != 1) {
                throw CodecException.unsupported("JPEG 2000 data with unlike components are not read");
            }
        }
        int depth = data[42] & 0xff;
        return new Jpeg2000Header(
                width, height, components, (depth & 0x7f) + 1, depth >> 7 == 1, transform, reversible);
    }

    private static void checkCoding(byte[] data, int at, int length) throws CodecException {
        boolean sound = length >= 10
                && (data[at + 5] & 0xff) <= MOST_LEVELS
                && (data[at + 6] & 15) <= 8
                && (data[at + 7] & 15) <= 8
                && (data[at + 6] & 15) + (data[at + 7] & 15) <= 8
                && u16(data, at + 2) >= 1;
        if (!sound) {
            throw CodecException.broken("the JPEG 2000 header contradicts itself");
        }
    }

    /** Refuses a stream of another size than the data set announces, before anything is allocated. */
    void require(PixelFormat format) throws CodecException {
        if (width != format.columns() || height != format.rows() || components != format.samples()) {
            throw CodecException.broken(
                    "the compressed picture is {0} x {1} x {2}, the header says {3} x {4} x {5}",
                    width, height, components, format.columns(), format.rows(), format.samples());
        }
        if (precision > 16) {
            throw CodecException.unsupported("JPEG 2000 data of {0} bits are not read", precision);
        }
    }

    /**
     * Writes the number of tile-parts into every SOT marker segment. Encoders may leave it 0 ("not known"), and the
     * decoder then stops after the first tile-part and returns a blurred picture without an error.
     *
     * @param data changed in place
     */
    static void completeTileParts(byte[] data) throws CodecException {
        Map<Integer, Integer> counts = new HashMap<>();
        walk(data, at -> counts.merge(u16(data, at + 4), 1, Integer::sum));
        walk(data, at -> data[at + 11] = (byte) Math.min(255, (int) counts.get(u16(data, at + 4))));
    }

    /**
     * Says that components are independent, so that the decoder leaves luminance and chrominance alone.
     *
     * @param data changed in place
     */
    static void dropColourTransform(byte[] data) {
        for (int at = 2; u16(data, at) != SOT; at += 2 + u16(data, at + 2)) {
            if (u16(data, at) == COD) {
                data[at + COLOUR_TRANSFORM] = 0;
            }
        }
    }

    private interface TilePart {
        void at(int position);
    }

    private static void walk(byte[] data, TilePart visitor) throws CodecException {
        int at = 2;
        while (at + 4 <= data.length && u16(data, at) != SOT) {
            at += 2 + u16(data, at + 2);
        }
        if (at + 12 > data.length) {
            throw CodecException.broken("the JPEG 2000 data end too early");
        }
        while (at + 12 <= data.length && u16(data, at) == SOT) {
            visitor.at(at);
            long length = u32(data, at + 6);
            if (length == 0) {
                return;
            }
            if (length < 14) {
                throw CodecException.broken("a part of the JPEG 2000 data is too short");
            }
            if (length > data.length - at) {
                throw CodecException.broken("the JPEG 2000 data end too early");
            }
            at += (int) length;
        }
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | (data[at + 1] & 0xff);
    }

    private static long u32(byte[] data, int at) {
        return (long) u16(data, at) << 16 | u16(data, at + 2);
    }
}
