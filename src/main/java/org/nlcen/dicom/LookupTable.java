package org.nlcen.dicom;

import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * A table of the Modality or VOI LUT Sequence (PS3.3 C.11.1.1).
 *
 * @param first the input that takes the first entry
 * @param entries outputs, 0..{@code full}
 * @param full 2^bits - 1
 */
record LookupTable(int first, int[] entries, int full) {

    /** The item's table, unless it is missing or contradicts its descriptor. */
    static Optional<LookupTable> of(Attributes item, boolean signedInput) {
        if (item == null) {
            return Optional.empty();
        }
        int[] descriptor = item.getInts(Tag.LUTDescriptor);
        if (descriptor == null || descriptor.length < 3) {
            return Optional.empty();
        }
        int length = descriptor[0] & 0xffff;
        int count = length == 0 ? 65536 : length;
        int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xffff;
        int bits = descriptor[2] & 0xffff;
        byte[] bytes = item.getSafeBytes(Tag.LUTData);
        if (bytes == null || bits < 1 || bits > 16) {
            return Optional.empty();
        }
        boolean packed = bytes.length < 2 * count;
        if (packed && (bits > 8 || bytes.length < count)) {
            return Optional.empty();
        }
        int[] entries = new int[count];
        int low = item.bigEndian() ? 1 : 0;
        int full = (1 << bits) - 1;
        for (int i = 0; i < count; i++) {
            int entry = packed ? bytes[i] & 0xff : (bytes[2 * i + low] & 0xff) | (bytes[2 * i + 1 - low] & 0xff) << 8;
            entries[i] = Math.min(entry, full);
        }
        return Optional.of(new LookupTable(first, entries, full));
    }
}
