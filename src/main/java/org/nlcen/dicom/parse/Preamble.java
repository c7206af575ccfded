package org.nlcen.dicom.parse;

import java.util.Optional;

/** The 128 bytes before a DICOM file's mark, which may hold a second file format's header (CVE-2019-11687). */
final class Preamble {
    private Preamble() {}

    /** What kind of program the first bytes announce, if any. */
    static Optional<String> executable(byte[] head) {
        if (head.length < 4) {
            return Optional.empty();
        }
        int magic = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | (head[3] & 0xff);
        return switch (magic) {
            case 0x7f454c46 -> Optional.of("a Linux program");
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe -> Optional.of("a macOS or Java program");
            default -> {
                if (magic >>> 16 == 0x4d5a) {
                    yield Optional.of("a Windows program");
                }
                yield magic >>> 16 == 0x2321 ? Optional.of("a script") : Optional.empty();
            }
        };
    }
}
