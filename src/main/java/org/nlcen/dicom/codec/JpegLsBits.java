package org.nlcen.dicom.codec;

/** Bits of a JPEG-LS scan; after a byte of ones the next byte holds seven bits (ITU-T T.87 annex A.1). */
final class JpegLsBits {
    private static final int SLACK = 8;

    private final byte[] data;
    private int position;
    private int current;
    private int left;
    private int missing;

    JpegLsBits(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    int bit() throws CodecException {
        if (left == 0) {
            fill();
        }
        left--;
        return current >> left & 1;
    }

    private void fill() throws CodecException {
        boolean afterOnes = current == 0xff;
        boolean over = position >= data.length || afterOnes && (data[position] & 0x80) != 0;
        if (over) {
            if (++missing > SLACK) {
                throw CodecException.broken("the JPEG-LS data end too early");
            }
            current = 0;
            left = 8;
            return;
        }
        current = data[position++] & 0xff;
        left = afterOnes ? 7 : 8;
    }

    int bits(int count) throws CodecException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Position from which the next marker can be looked for. */
    int position() {
        return Math.max(0, position - 1);
    }
}
