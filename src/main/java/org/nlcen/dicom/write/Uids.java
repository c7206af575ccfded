package org.nlcen.dicom.write;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Unique identifiers made from UUIDs (PS3.5 annex B.2). */
final class Uids {
    /** This program as a writer of files. */
    static final String IMPLEMENTATION = "2.25.190383473125563512338862264403210745251";

    private Uids() {}

    static String next() {
        return of(UUID.randomUUID());
    }

    static String of(UUID uuid) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bytes);
    }
}
