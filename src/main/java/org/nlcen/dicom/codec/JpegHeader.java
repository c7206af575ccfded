package org.nlcen.dicom.codec;

import java.util.List;

/**
 * The frame header of a JPEG or JPEG-LS code stream (ITU-T T.81 annex B.2.2, T.87 annex C.2.2).
 *
 * @param process the SOFn marker's last byte: 0xC0 baseline, 0xC1 extended, 0xC3 lossless, 0xF7 JPEG-LS
 * @param precision bits of a sample
 * @param components in the order of the frame header
 * @param adobeTransform colour transform of an Adobe APP14 segment, -1 without one
 * @param jfif whether a JFIF APP0 segment was seen before the frame header
 */
record JpegHeader(
        int process,
        int precision,
        int height,
        int width,
        List<Component> components,
        int adobeTransform,
        boolean jfif) {
    static final int SOI = 0xd8;
    static final int EOI = 0xd9;
    static final int SOS = 0xda;
    static final int DQT = 0xdb;
    static final int DHT = 0xc4;
    static final int DRI = 0xdd;
    static final int BASELINE = 0xc0;
    static final int EXTENDED = 0xc1;
    static final int PROGRESSIVE = 0xc2;
    static final int LOSSLESS = 0xc3;
    static final int JPEG_LS = 0xf7;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int DNL_HEIGHT = 0;

    /** A colour component: identifier, sampling factors and quantisation table. */
    record Component(int id, int horizontal, int vertical, int table) {}

    JpegHeader {
        components = List.copyOf(components);
    }

    /** Reads up to the frame header. */
    static JpegHeader read(byte[] stream) throws CodecException {
        SegmentReader in = new SegmentReader(stream);
        int adobe = -1;
        boolean jfif = false;
        while (in.next()) {
            if (in.marker() == APP0) {
                jfif |= in.length() >= 5 && in.u8(0) == 'J' && in.u8(1) == 'F' && in.u8(2) == 'I';
            } else if (in.marker() == APP14 && in.length() >= 12 && in.u8(0) == 'A' && in.u8(1) == 'd') {
                adobe = in.u8(11);
            } else if (isFrameHeader(in.marker())) {
                return frame(in, adobe, jfif);
            } else if (in.marker() == SOS) {
                break;
            }
        }
        throw CodecException.broken("the JPEG data have no frame header");
    }

    private static boolean isFrameHeader(int marker) {
        boolean frame = marker >= BASELINE && marker <= 0xcf && marker != DHT && marker != 0xc8 && marker != 0xcc;
        return frame || marker == JPEG_LS;
    }

    private static JpegHeader frame(SegmentReader in, int adobe, boolean jfif) throws CodecException {
        int count = in.u8(5);
        Component[] components = new Component[count];
        for (int i = 0; i < count; i++) {
            int at = 6 + 3 * i;
            components[i] = new Component(in.u8(at), in.u8(at + 1) >> 4, in.u8(at + 1) & 15, in.u8(at + 2));
        }
        return new JpegHeader(in.marker(), in.u8(0), in.u16(1), in.u16(3), List.of(components), adobe, jfif);
    }

    /** Refuses a stream of another size than the data set announces, before anything is allocated. */
    void require(PixelFormat format) throws CodecException {
        if (height == DNL_HEIGHT) {
            throw CodecException.unsupported("JPEG data that give their height at the end are not read");
        }
        if (height != format.rows() || width != format.columns() || components.size() != format.samples()) {
            throw CodecException.broken(
                    "the compressed picture is {0} x {1} x {2}, the header says {3} x {4} x {5}",
                    width, height, components.size(), format.columns(), format.rows(), format.samples());
        }
    }
}
