package org.nlcen.dicom.parse;

import java.io.IOException;
import java.util.List;

/**
 * Where a pixel data element lies.
 *
 * @param tag Pixel Data (7FE0,0010), Float Pixel Data or Double Float Pixel Data
 * @param source what the positions refer to
 * @param encapsulated whether the value is a sequence of fragments; the first segment then is the basic offset table
 * @param segments the value, or its fragments
 * @param bigEndian byte order of native values
 * @param words whether the value is a string of 16-bit words (OW), so that bytes lie swapped in big endian
 */
public record PixelElement(
        int tag, ByteSource source, boolean encapsulated, List<Segment> segments, boolean bigEndian, boolean words) {

    /** A run of bytes in the source. */
    public record Segment(long offset, long length) {}

    public PixelElement {
        segments = List.copyOf(segments);
    }

    /** A copy of {@code length} bytes from position {@code offset} of a native value. */
    public byte[] readNative(long offset, int length) throws IOException {
        return source.read(segments.get(0).offset() + offset, length);
    }

    /** Number of bytes of a native value. */
    public long nativeLength() {
        return encapsulated || segments.isEmpty() ? 0 : segments.get(0).length();
    }
}
