package org.nlcen.dicom.codec;

/** Walks over the marker segments of a JPEG code stream (ITU-T T.81 annex B.1). */
final class SegmentReader {
    private final byte[] data;
    private int next;
    private int marker;
    private int start;
    private int length;

    SegmentReader(byte[] data) throws CodecException {
        this(data, 0);
        if (data.length < 4 || (data[0] & 0xff) != 0xff || (data[1] & 0xff) != JpegHeader.SOI) {
            throw CodecException.broken("the pixel data are no JPEG data");
        }
    }

    /** Continues at a position, behind a scan for example. */
    SegmentReader(byte[] data, int position) {
        this.data = data;
        this.next = position;
    }

    /** Goes to the next marker; false at the end. */
    boolean next() throws CodecException {
        while (next + 1 < data.length) {
            int second = data[next + 1] & 0xff;
            if ((data[next] & 0xff) != 0xff || second == 0 || second == 0xff) {
                next++;
                continue;
            }
            marker = second;
            start = next + 2;
            if (marker == JpegHeader.SOI || marker >= 0xd0 && marker <= 0xd7 || marker == 0x01) {
                next = start;
                continue;
            }
            if (marker == JpegHeader.EOI) {
                return false;
            }
            if (start + 2 > data.length) {
                throw CodecException.broken("the JPEG data end too early");
            }
            length = ((data[start] & 0xff) << 8 | (data[start + 1] & 0xff)) - 2;
            start += 2;
            if (length < 0 || length > data.length - start) {
                throw CodecException.broken("a part of the JPEG data is longer than the data");
            }
            next = start + length;
            return true;
        }
        return false;
    }

    int marker() {
        return marker;
    }

    /** Bytes of the segment's contents. */
    int length() {
        return length;
    }

    /** Position behind the segment. */
    int end() {
        return start + length;
    }

    int u8(int at) throws CodecException {
        if (at >= length) {
            throw CodecException.broken("a part of the JPEG data is too short");
        }
        return data[start + at] & 0xff;
    }

    int u16(int at) throws CodecException {
        return u8(at) << 8 | u8(at + 1);
    }
}
