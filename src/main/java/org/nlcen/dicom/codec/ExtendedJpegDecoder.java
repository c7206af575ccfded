package org.nlcen.dicom.codec;

import java.util.List;

/**
 * Sequential DCT-based JPEG of 8 or 12 bits: processes 1, 2 and 4 of ITU-T T.81 (annexes B, F; Huffman coding as in
 * annex C, inverse DCT as in A.3.3). Written because the platform's decoder reads 8 bits only.
 */
final class ExtendedJpegDecoder {
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final byte[] data;
    private final JpegHeader header;
    private final int[][] quantisation = new int[4][];
    private final HuffmanTable[] direct = new HuffmanTable[4];
    private final HuffmanTable[] alternating = new HuffmanTable[4];
    private final Plane[] planes;
    private final int unitsAcross;
    private final int unitsDown;
    private int restartInterval;

    /** A component's samples, padded to whole units. */
    private static final class Plane {
        final JpegHeader.Component component;
        final int across;
        final int stride;
        final short[] samples;
        int prediction;
        HuffmanTable direct;
        HuffmanTable alternating;
        int[] quantisation;

        Plane(JpegHeader.Component component, int unitsAcross, int unitsDown) {
            this.component = component;
            this.across = unitsAcross * component.horizontal();
            this.stride = across * 8;
            this.samples = new short[Math.multiplyExact(stride, unitsDown * component.vertical() * 8)];
        }
    }

    private ExtendedJpegDecoder(byte[] data, JpegHeader header) throws CodecException {
        this.data = data;
        this.header = header;
        int horizontal = 1;
        int vertical = 1;
        for (JpegHeader.Component c : header.components()) {
            if (c.horizontal() < 1 || c.horizontal() > 4 || c.vertical() < 1 || c.vertical() > 4 || c.table() > 3) {
                throw CodecException.broken("the JPEG frame header contradicts itself");
            }
            horizontal = Math.max(horizontal, c.horizontal());
            vertical = Math.max(vertical, c.vertical());
        }
        unitsAcross = (header.width() + 8 * horizontal - 1) / (8 * horizontal);
        unitsDown = (header.height() + 8 * vertical - 1) / (8 * vertical);
        planes = new Plane[header.components().size()];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = new Plane(header.components().get(i), unitsAcross, unitsDown);
        }
    }

    /** Samples of all components side by side, unsigned, chrominance repeated to full size. */
    static int[] decode(byte[] data, JpegHeader header) throws CodecException {
        ExtendedJpegDecoder decoder = new ExtendedJpegDecoder(data, header);
        decoder.run();
        return decoder.interleaved();
    }

    private void run() throws CodecException {
        SegmentReader in = new SegmentReader(data);
        int scans = 0;
        while (in.next()) {
            switch (in.marker()) {
                case JpegHeader.DQT -> readQuantisation(in);
                case JpegHeader.DHT -> readHuffman(in);
                case JpegHeader.DRI -> restartInterval = in.u16(0);
                case JpegHeader.SOS -> {
                    if (++scans > planes.length) {
                        throw CodecException.broken("the JPEG data hold more scans than components");
                    }
                    in = new SegmentReader(data, decodeScan(in));
                }
                default -> {
                    // Other segments do not change the samples.
                }
            }
        }
        if (scans == 0) {
            throw CodecException.broken("the JPEG data hold no scan");
        }
    }

    private void readQuantisation(SegmentReader in) throws CodecException {
        int at = 0;
        while (at < in.length()) {
            boolean wide = in.u8(at) >> 4 == 1;
            int[] table = new int[64];
            int target = in.u8(at++) & 3;
            for (int i = 0; i < 64; i++) {
                table[ZIGZAG[i]] = wide ? in.u16(at) : in.u8(at);
                at += wide ? 2 : 1;
            }
            quantisation[target] = table;
        }
    }

    private void readHuffman(SegmentReader in) throws CodecException {
        int at = 0;
        while (at < in.length()) {
            int kind = in.u8(at++);
            HuffmanTable table = new HuffmanTable(in, at);
            (kind >> 4 == 0 ? direct : alternating)[kind & 3] = table;
            at += table.size();
        }
    }

    /** Decodes a scan and returns the position behind it. */
    private int decodeScan(SegmentReader in) throws CodecException {
        int count = in.u8(0);
        Plane[] scan = new Plane[count];
        for (int i = 0; i < count; i++) {
            int id = in.u8(1 + 2 * i);
            int tables = in.u8(2 + 2 * i);
            for (Plane plane : planes) {
                if (plane.component.id() == id) {
                    scan[i] = plane;
                }
            }
            if (scan[i] == null) {
                throw CodecException.broken("a JPEG scan names a component the frame has not");
            }
            scan[i].direct = direct[tables >> 4 & 3];
            scan[i].alternating = alternating[tables & 3];
            scan[i].quantisation = quantisation[scan[i].component.table()];
            if (scan[i].direct == null || scan[i].alternating == null || scan[i].quantisation == null) {
                throw CodecException.broken("a table of the JPEG data is missing");
            }
        }
        JpegBits bits = new JpegBits(data, in.end());
        if (count == 1) {
            decodeSingle(scan[0], bits);
        } else {
            decodeInterleaved(scan, bits);
        }
        return bits.position();
    }

    private void decodeSingle(Plane plane, JpegBits bits) throws CodecException {
        List<JpegHeader.Component> all = header.components();
        int horizontal =
                all.stream().mapToInt(JpegHeader.Component::horizontal).max().orElse(1);
        int vertical =
                all.stream().mapToInt(JpegHeader.Component::vertical).max().orElse(1);
        int width = (header.width() * plane.component.horizontal() + horizontal - 1) / horizontal;
        int height = (header.height() * plane.component.vertical() + vertical - 1) / vertical;
        int across = (width + 7) / 8;
        int down = (height + 7) / 8;
        plane.prediction = 0;
        for (int unit = 0; unit < across * down; unit++) {
            restartIfDue(unit, bits, plane);
            decodeBlock(plane, unit % across, unit / across, bits);
        }
    }

    private void decodeInterleaved(Plane[] scan, JpegBits bits) throws CodecException {
        for (Plane plane : scan) {
            plane.prediction = 0;
        }
        for (int unit = 0; unit < unitsAcross * unitsDown; unit++) {
            restartIfDue(unit, bits, scan);
            int column = unit % unitsAcross;
            int row = unit / unitsAcross;
            for (Plane plane : scan) {
                int h = plane.component.horizontal();
                int v = plane.component.vertical();
                for (int block = 0; block < h * v; block++) {
                    decodeBlock(plane, column * h + block % h, row * v + block / h, bits);
                }
            }
        }
    }

    private void restartIfDue(int unit, JpegBits bits, Plane... scan) throws CodecException {
        if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
            bits.restart();
            for (Plane plane : scan) {
                plane.prediction = 0;
            }
        }
    }

    private void decodeBlock(Plane plane, int blockX, int blockY, JpegBits bits) throws CodecException {
        double[] block = new double[64];
        plane.prediction += bits.signed(Math.min(15, plane.direct.decode(bits)));
        block[0] = (double) plane.prediction * plane.quantisation[0];
        for (int k = 1; k < 64; k++) {
            int symbol = plane.alternating.decode(bits);
            int size = symbol & 15;
            if (size == 0) {
                if (symbol >> 4 != 15) {
                    break;
                }
                k += 15;
                continue;
            }
            k += symbol >> 4;
            if (k > 63) {
                throw CodecException.broken("the JPEG data run over the end of a block");
            }
            int at = ZIGZAG[k];
            block[at] = (double) bits.signed(size) * plane.quantisation[at];
        }
        InverseDct.transform(block);
        int middle = 1 << (header.precision() - 1);
        int full = (1 << header.precision()) - 1;
        int origin = blockY * 8 * plane.stride + blockX * 8;
        for (int i = 0; i < 64; i++) {
            int value = (int) Math.round(block[i]) + middle;
            plane.samples[origin + (i >> 3) * plane.stride + (i & 7)] = (short) Math.max(0, Math.min(full, value));
        }
    }

    private int[] interleaved() {
        int n = planes.length;
        int[] values = new int[header.width() * header.height() * n];
        for (int c = 0; c < n; c++) {
            Plane plane = planes[c];
            int fullWidth = unitsAcross * 8 * maximum(true);
            int fullHeight = unitsDown * 8 * maximum(false);
            int stepX = fullWidth / plane.stride;
            int stepY = fullHeight / (plane.samples.length / plane.stride);
            for (int y = 0; y < header.height(); y++) {
                int row = y / stepY * plane.stride;
                int at = y * header.width() * n + c;
                for (int x = 0; x < header.width(); x++) {
                    values[at] = plane.samples[row + x / stepX];
                    at += n;
                }
            }
        }
        return values;
    }

    private int maximum(boolean horizontal) {
        return header.components().stream()
                .mapToInt(c -> horizontal ? c.horizontal() : c.vertical())
                .max()
                .orElse(1);
    }
}
