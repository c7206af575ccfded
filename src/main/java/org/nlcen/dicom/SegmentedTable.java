package org.nlcen.dicom;

import org.nlcen.dicom.codec.CodecException;

/** Segmented palette tables (PS3.3 C.7.9.2): runs, straight lines, and copies of earlier segments. */
final class SegmentedTable {
    private final int[] words;
    private final int[] out;
    private int filled;

    private SegmentedTable(int[] words, int count) {
        this.words = words;
        this.out = new int[count];
    }

    /** The unfolded table, eight bits an entry. */
    static byte[] unfold(byte[] bytes, int count, int bits, boolean bigEndian) throws CodecException {
        int size = bits > 8 ? 2 : 1;
        int[] words = new int[bytes.length / size];
        int low = bigEndian ? 1 : 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = size == 1 ? bytes[i] & 0xff : (bytes[2 * i + low] & 0xff) | (bytes[2 * i + 1 - low] & 0xff) << 8;
        }
        SegmentedTable table = new SegmentedTable(words, count);
        table.run(0, Integer.MAX_VALUE, true, size);
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            result[i] = (byte) (table.out[i] >> (bits > 8 ? bits - 8 : 0));
        }
        return result;
    }

    private void run(int start, int segments, boolean indirectAllowed, int size) throws CodecException {
        int at = start;
        for (int n = 0; n < segments && at + 1 < words.length && filled < out.length; n++) {
            int opcode = words[at];
            int length = words[at + 1];
            at += 2;
            if (opcode == 0 && length <= words.length - at) {
                for (int i = 0; i < length; i++) {
                    put(words[at + i]);
                }
                at += length;
            } else if (opcode == 1 && at < words.length) {
                int from = filled == 0 ? words[at] : out[filled - 1];
                for (int i = 1; i <= length; i++) {
                    put(from + (int) Math.round((words[at] - from) * (double) i / length));
                }
                at++;
            } else if (opcode == 2 && indirectAllowed && at + (size == 1 ? 3 : 1) < words.length) {
                int target = size == 1
                        ? words[at] | words[at + 1] << 8 | words[at + 2] << 16 | words[at + 3] << 24
                        : words[at] | words[at + 1] << 16;
                int word = target / size;
                if (word < 0 || word >= words.length) {
                    throw CodecException.broken("its colour table points outside itself");
                }
                run(word, length, false, size);
                at += size == 1 ? 4 : 2;
            } else {
                throw CodecException.broken("its colour table is damaged");
            }
        }
    }

    private void put(int value) {
        if (filled < out.length) {
            out[filled++] = value;
        }
    }
}
