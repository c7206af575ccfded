package org.nlcen.dicom.codec;

/** A Huffman table in the decoder's form (ITU-T T.81 annex F.2.2.3). */
final class HuffmanTable {
    private static final int LONGEST = 16;

    private final int[] largestCode = new int[LONGEST + 1];
    private final int[] firstCode = new int[LONGEST + 1];
    private final int[] firstIndex = new int[LONGEST + 1];
    private final int[] symbols;

    /**
     * Reads a table of a DHT segment.
     *
     * @param at position of the sixteen counts
     */
    HuffmanTable(SegmentReader in, int at) throws CodecException {
        int code = 0;
        int count = 0;
        for (int bits = 1; bits <= LONGEST; bits++) {
            int n = in.u8(at + bits - 1);
            firstCode[bits] = code;
            firstIndex[bits] = count;
            largestCode[bits] = n == 0 ? -1 : code + n - 1;
            code += n;
            count += n;
            if (code > 1 << bits) {
                throw CodecException.broken("a Huffman table contradicts itself");
            }
            code <<= 1;
        }
        symbols = new int[count];
        for (int i = 0; i < count; i++) {
            symbols[i] = in.u8(at + LONGEST + i);
        }
    }

    int size() {
        return LONGEST + symbols.length;
    }

    /** The next symbol. */
    int decode(JpegBits in) throws CodecException {
        int code = 0;
        for (int bits = 1; bits <= LONGEST; bits++) {
            code = code << 1 | in.bit();
            if (code <= largestCode[bits]) {
                return symbols[firstIndex[bits] + code - firstCode[bits]];
            }
        }
        throw CodecException.broken("the JPEG data hold an unknown code");
    }
}
