package org.nlcen.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The directories of a TIFF file (TIFF 6.0, section 2), looked through before Java's reader sees them: that one follows a
 * ring of directories for ever and sets aside whatever memory an entry claims.
 */
final class TiffDirectories {
    private static final int MOST_PAGES = 10_000;
    private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private TiffDirectories() {}

    /**
     * Number of pages. The stream is left at its start.
     *
     * @throws IIOException if directories form a ring, point outside the file or claim more than it holds
     */
    static int count(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(4);
        Set<Long> seen = new HashSet<>();
        long next = in.readUnsignedInt();
        while (next != 0) {
            if (next >= in.length() || !seen.add(next) || seen.size() > MOST_PAGES) {
                throw new IIOException(
                        "directory " + seen.size() + " at " + next + " is outside the file or in a ring");
            }
            in.seek(next);
            next = skipDirectory(in);
        }
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.seek(0);
        return seen.size();
    }

    /** Checks the entries from here on and returns where the next directory begins, 0 for none. */
    private static long skipDirectory(ImageInputStream in) throws IOException {
        int entries = in.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            int tag = in.readUnsignedShort();
            int type = in.readUnsignedShort();
            long values = in.readUnsignedInt();
            in.readInt();
            long bytes = values * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1);
            if (bytes > in.length()) {
                throw new IIOException("entry " + tag + " claims " + values + " values");
            }
        }
        return in.readUnsignedInt();
    }
}
