package org.nlcen.dicom.parse;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Reads file meta information (PS3.10 section 7.1) even where it is damaged, for all that follows hangs on it. Group
 * length is not believed; a value representation that does not exist is read in the form that leads to a next element.
 */
final class MetaReader {
    private static final int MOST_BYTES = 2 << 20;
    private static final List<String> LONG_FORM =
            List.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT");

    private final byte[] data;
    private final Attributes meta;
    private boolean damaged;

    private MetaReader(byte[] data, Attributes meta) {
        this.data = data;
        this.meta = meta;
    }

    /**
     * Where the data set begins.
     *
     * @param position in the file
     * @param damaged whether file meta information had to be guessed at
     */
    record End(long position, boolean damaged) {}

    /** Reads from {@code start} of the file into {@code meta}. */
    static End read(ByteSource file, long start, Attributes meta) throws IOException {
        int length = (int) Math.min(MOST_BYTES, file.size() - start);
        MetaReader reader = new MetaReader(file.read(start, length), meta);
        return new End(start + reader.run(), reader.damaged);
    }

    private int run() {
        int at = 0;
        while (at + 8 <= data.length && u16(at) == 2) {
            int next = element(at);
            if (next < 0) {
                damaged = true;
                return resume(at + 8);
            }
            at = next;
        }
        return at;
    }

    /** Takes the element at a position and returns the position behind it, -1 where there is none. */
    private int element(int at) {
        String vr = "" + (char) data[at + 4] + (char) data[at + 5];
        boolean longForm = LONG_FORM.contains(vr);
        if (isKnown(vr)) {
            int value = longForm ? at + 12 : at + 8;
            long length = longForm ? u32(at + 8) : u16(at + 6);
            return value <= data.length && length <= data.length - value ? take(at, value, (int) length) : -1;
        }
        damaged = true;
        int shortLength = u16(at + 6);
        if (leadsOn(at, at + 8L + shortLength)) {
            return take(at, at + 8, shortLength);
        }
        long implicitLength = u32(at + 4);
        if (leadsOn(at, at + 8L + implicitLength)) {
            return take(at, at + 8, (int) implicitLength);
        }
        long length = u32(at + 8);
        return leadsOn(at, at + 12L + length) ? take(at, at + 12, (int) length) : -1;
    }

    private static boolean isKnown(String vr) {
        return LONG_FORM.contains(vr)
                || Arrays.stream(VR.values()).anyMatch(v -> v.name().equals(vr));
    }

    private boolean leadsOn(int from, long to) {
        if (to < from || to + 8 > data.length) {
            return to == data.length;
        }
        return u16((int) to) == 2 || Encoding.ofFirstElement(data, (int) to).isPresent();
    }

    private int take(int at, int value, int length) {
        int tag = u16(at) << 16 | u16(at + 2);
        VR vr = ElementDictionary.getStandardElementDictionary().vrOf(tag);
        if (u16(at + 2) != 0 && meta.size() < 1000) {
            meta.setBytes(tag, vr, Arrays.copyOfRange(data, value, value + length));
        }
        return value + length;
    }

    /** The first position that looks like an element of the data set. */
    private int resume(int from) {
        for (int at = from; at + 8 <= data.length; at++) {
            boolean identifying = u16(at) == 8 && isKnown("" + (char) data[at + 4] + (char) data[at + 5]);
            if (identifying && Encoding.ofFirstElement(data, at).isPresent()) {
                return at;
            }
        }
        return data.length;
    }

    private int u16(int at) {
        return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
    }

    private long u32(int at) {
        return at + 4 > data.length ? Long.MAX_VALUE >> 1 : u16(at) | (long) u16(at + 2) << 16;
    }
}
