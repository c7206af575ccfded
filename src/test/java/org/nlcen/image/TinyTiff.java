package org.nlcen.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Uncompressed little-endian TIFF files of one row, written entry by entry (TIFF 6.0, section 2). */
final class TinyTiff {
    private static final int ENTRIES = 9;
    private static final int DIRECTORY = 2 + ENTRIES * 12 + 4;

    private TinyTiff() {}

    /**
     * @param photometric 0 white is zero, 1 black is zero
     * @param row the stored row, repeated on each page
     */
    static byte[] pages(int photometric, int bits, byte[] row, int pages) {
        return file(photometric, bits, 1, row, pages);
    }

    static byte[] floats(float... values) {
        ByteBuffer row = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            row.putFloat(value);
        }
        return file(1, 32, 3, row.array(), 1);
    }

    private static byte[] file(int photometric, int bits, int sampleFormat, byte[] row, int pages) {
        ByteBuffer out =
                ByteBuffer.allocate(8 + pages * (DIRECTORY + row.length)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int page = 0; page < pages; page++) {
            int data = out.position() + DIRECTORY;
            out.putShort((short) ENTRIES);
            entry(out, 256, row.length * 8 / bits);
            entry(out, 257, 1);
            entry(out, 258, bits);
            entry(out, 259, 1);
            entry(out, 262, photometric);
            entry(out, 273, data);
            entry(out, 278, 1);
            entry(out, 279, row.length);
            entry(out, 339, sampleFormat);
            out.putInt(page + 1 < pages ? data + row.length : 0);
            out.put(row);
        }
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int value) {
        boolean offsetOrCount = tag == 273 || tag == 279;
        out.putShort((short) tag)
                .putShort((short) (offsetOrCount ? 4 : 3))
                .putInt(1)
                .putInt(value);
    }
}
