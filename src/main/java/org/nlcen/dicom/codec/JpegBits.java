package org.nlcen.dicom.codec;

/** Bits of an entropy-coded segment, stuffed zero bytes removed (ITU-T T.81 annex F.2.2.5). */
final class JpegBits {
    private final byte[] data;
    private int position;
    private int current;
    private int left;
    private int missing;

    JpegBits(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    int bit() throws CodecException {
        if (left == 0) {
            current = nextByte();
            left = 8;
        }
        left--;
        return current >> left & 1;
    }

    private int nextByte() throws CodecException {
        boolean atMarker = position + 1 < data.length && (data[position] & 0xff) == 0xff && data[position + 1] != 0;
        if (position >= data.length || atMarker) {
            // A few encoders omit the last bits; more than that is a cut-off stream.
            if (++missing > 4) {
                throw CodecException.broken("the JPEG data end too early");
            }
            return 0;
        }
        int value = data[position++] & 0xff;
        if (value == 0xff && position < data.length) {
            position++;
        }
        return value;
    }

    /** {@code count} bits as an unsigned number. */
    int bits(int count) throws CodecException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** A number of {@code count} bits in JPEG's signed form (EXTEND, figure F.12). */
    int signed(int count) throws CodecException {
        if (count == 0) {
            return 0;
        }
        int value = bits(count);
        return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    /** Skips to behind the next restart marker. */
    void restart() throws CodecException {
        left = 0;
        missing = 0;
        while (position + 1 < data.length) {
            int second = data[position + 1] & 0xff;
            if ((data[position] & 0xff) == 0xff && second >= 0xd0 && second <= 0xd7) {
                position += 2;
                return;
            }
            position++;
        }
        throw CodecException.broken("the JPEG data end too early");
    }

    /** Position of the next byte that was not looked at. */
    int position() {
        return position;
    }
}
