package org.nlcen.dicom.codec;

/**
 * JPEG-LS, lossless and near-lossless (ITU-T T.87): marker segments of annex C; the scans are decoded by
 * {@link JpegLsScan}. Written because Maven Central has no decoder.
 */
final class JpegLsDecoder {
    private static final int LSE = 0xf8;
    private static final int APP8 = 0xe8;

    private final byte[] data;
    private final JpegHeader header;
    private final int[] values;
    private JpegLsParameters preset = JpegLsParameters.UNSET;
    private boolean[] done;

    private JpegLsDecoder(byte[] data, JpegHeader header) {
        this.data = data;
        this.header = header;
        this.values =
                new int[header.width() * header.height() * header.components().size()];
        this.done = new boolean[header.components().size()];
    }

    /** Samples side by side, unsigned. */
    static int[] decode(byte[] data, JpegHeader header) throws CodecException {
        if (header.process() != JpegHeader.JPEG_LS || header.precision() < 2 || header.precision() > 16) {
            throw CodecException.broken("the pixel data are no JPEG-LS data");
        }
        JpegLsDecoder decoder = new JpegLsDecoder(data, header);
        decoder.run();
        return decoder.values;
    }

    private void run() throws CodecException {
        SegmentReader in = new SegmentReader(data);
        while (in.next()) {
            switch (in.marker()) {
                case LSE -> readPreset(in);
                case APP8 -> refuseColourTransform(in);
                case JpegHeader.DRI -> {
                    if (in.u16(0) != 0) {
                        throw CodecException.unsupported("JPEG-LS data with restart markers are not read");
                    }
                }
                case JpegHeader.SOS -> in = new SegmentReader(data, readScan(in));
                default -> {
                    // Other segments do not change the samples.
                }
            }
        }
        for (boolean component : done) {
            if (!component) {
                throw CodecException.broken("the JPEG-LS data end too early");
            }
        }
    }

    /** Preset coding parameters (C.2.4.1.1); mapping tables are rare enough to refuse. */
    private void readPreset(SegmentReader in) throws CodecException {
        if (in.u8(0) != 1) {
            throw CodecException.unsupported("JPEG-LS data with mapping tables are not read");
        }
        preset = new JpegLsParameters(in.u16(1), in.u16(3), in.u16(5), in.u16(7), in.u16(9));
    }

    private static void refuseColourTransform(SegmentReader in) throws CodecException {
        boolean transform = in.length() >= 5 && in.u8(0) == 'm' && in.u8(1) == 'r' && in.u8(2) == 'f' && in.u8(4) != 0;
        if (transform) {
            throw CodecException.unsupported("JPEG-LS data with a colour transform are not read");
        }
    }

    private int readScan(SegmentReader in) throws CodecException {
        int count = in.u8(0);
        int all = header.components().size();
        int near = in.u8(1 + 2 * count);
        int interleave = in.u8(2 + 2 * count);
        int shift = in.u8(3 + 2 * count) & 15;
        boolean fits = interleave == 0 ? count == 1 : count == all && interleave <= 2;
        if (!fits) {
            throw CodecException.broken("a JPEG-LS scan contradicts its frame");
        }
        int first = 0;
        if (count == 1) {
            int id = in.u8(1);
            while (first < all && header.components().get(first).id() != id) {
                first++;
            }
            if (first == all || done[first]) {
                throw CodecException.broken("a JPEG-LS scan names a wrong component");
            }
        }
        JpegLsParameters parameters = preset.completed((1 << header.precision()) - 1, near);
        JpegLsBits bits = new JpegLsBits(data, in.end());
        JpegLsScan scan = new JpegLsScan(bits, parameters, near, header.width(), header.height());
        if (interleave == 2) {
            scan.decodeBySample(values, count);
        } else {
            scan.decodeByLine(values, first, count, all);
        }
        for (int c = first; c < first + count; c++) {
            done[c] = true;
            shiftUp(c, shift);
        }
        return bits.position();
    }

    private void shiftUp(int component, int shift) {
        int step = header.components().size();
        for (int i = component; shift > 0 && i < values.length; i += step) {
            values[i] <<= shift;
        }
    }
}
