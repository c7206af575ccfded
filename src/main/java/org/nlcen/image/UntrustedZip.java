package org.nlcen.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What every reader of ZIP files from other people needs: neither names nor sizes in them are to be believed. */
public final class UntrustedZip {
    private static final byte[] MARK = {'P', 'K', 3, 4};

    /** More came out than was allowed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(long most) {
            super("it unpacks to more than " + most + " bytes");
        }
    }

    private UntrustedZip() {}

    /** Whether a file begins as ZIP files do. */
    public static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /** An entry's name without its folders, as any system writes them. */
    public static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /**
     * Copies an entry, counting what really comes out: the size it states may lie.
     *
     * @param in of the entry; not closed
     * @param target written anew
     * @param most bytes
     * @return bytes copied
     * @throws TooLargeException if there are more
     * @throws IOException if the entry is damaged; in both cases part of it may be in {@code target}
     */
    public static long copy(InputStream in, Path target, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw new TooLargeException(most);
                }
                out.write(buffer, 0, n);
            }
        }
        return bytes;
    }
}
