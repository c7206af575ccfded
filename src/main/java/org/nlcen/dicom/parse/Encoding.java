package org.nlcen.dicom.parse;

import java.util.Optional;

import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;

/** How elements are written down: with or without value representation, and in which byte order. */
enum Encoding {
    IMPLICIT_LITTLE(TransferSyntaxUids.IMPLICIT_LITTLE),
    EXPLICIT_LITTLE(TransferSyntaxUids.EXPLICIT_LITTLE),
    EXPLICIT_BIG(TransferSyntaxUids.EXPLICIT_BIG);

    private final String uid;

    Encoding(String uid) {
        this.uid = uid;
    }

    /** The uncompressed transfer syntax of this encoding. */
    String uid() {
        return uid;
    }

    static Encoding declaredBy(String transferSyntax) {
        return switch (transferSyntax) {
            case TransferSyntaxUids.IMPLICIT_LITTLE -> IMPLICIT_LITTLE;
            case TransferSyntaxUids.EXPLICIT_BIG -> EXPLICIT_BIG;
            default -> EXPLICIT_LITTLE;
        };
    }

    /** The encoding of the element at {@code at}, if the eight bytes there look like the start of a data set. */
    static Optional<Encoding> ofFirstElement(byte[] b, int at) {
        if (b.length < at + 8) {
            return Optional.empty();
        }
        int first = b[at] & 0xff;
        int second = b[at + 1] & 0xff;
        int third = b[at + 2] & 0xff;
        int fourth = b[at + 3] & 0xff;
        boolean lettered = isLetter(b[at + 4]) && isLetter(b[at + 5]);
        if (lettered && isKnown(first << 8 | second, third << 8 | fourth)) {
            return Optional.of(EXPLICIT_BIG);
        }
        if (!isKnown(second << 8 | first, fourth << 8 | third)) {
            return Optional.empty();
        }
        if (lettered) {
            return Optional.of(EXPLICIT_LITTLE);
        }
        return b[at + 7] == 0 ? Optional.of(IMPLICIT_LITTLE) : Optional.empty();
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isKnown(int group, int element) {
        boolean early = group >= 2 && group < 0x0100 && group % 2 == 0;
        boolean groupLength = element == 0;
        return early
                && (groupLength
                        || ElementDictionary.getStandardElementDictionary().vrOf(group << 16 | element) != VR.UN);
    }
}
