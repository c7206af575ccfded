package org.nlcen.dicom.codec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Codecs on bytes worked out by hand. */
class CodecsTest {
    private static PixelFormat format(int rows, int columns, int samples, int bits, boolean planar) {
        return new PixelFormat(rows, columns, samples, "MONOCHROME2", bits, bits, bits - 1, false, planar);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] rle(int segments, int[] offsets, int... data) {
        byte[] bytes = new byte[64 + data.length];
        bytes[0] = (byte) segments;
        for (int i = 0; i < offsets.length; i++) {
            bytes[4 * (i + 1)] = (byte) offsets[i];
        }
        System.arraycopy(bytes(data), 0, bytes, 64, data.length);
        return bytes;
    }

    @Test
    void bitsOfOddFramesRunOverByteBounds() throws CodecException {
        // The second 3x1 frame of 1-bit data starts at bit 3: 0b..110101 -> bits 3, 4, 5 are 0, 1, 1.
        assertThat(NativeDecoder.decode(bytes(0b110101), 3, format(1, 3, 1, 1, false), false))
                .containsExactly(0, 1, 1);
    }

    @Test
    void planesAreInterleaved() throws CodecException {
        assertThat(NativeDecoder.decode(bytes(1, 2, 3, 4, 5, 6), 0, format(1, 2, 3, 8, true), false))
                .containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void bigEndianWords() throws CodecException {
        assertThat(NativeDecoder.decode(bytes(0x12, 0x34), 0, format(1, 1, 1, 16, false), true))
                .containsExactly(0x1234);
        assertThat(NativeDecoder.decode(bytes(0x12, 0x34, 0x56, 0x78), 0, format(1, 1, 1, 32, false), true))
                .containsExactly(0x12345678);
    }

    @Test
    void subsampledChrominanceIsShared() throws CodecException {
        PixelFormat format = new PixelFormat(1, 2, 3, "YBR_FULL_422", 8, 8, 7, false, false);
        assertThat(NativeDecoder.decode(bytes(10, 20, 30, 40), 0, format, false))
                .containsExactly(10, 30, 40, 20, 30, 40);
    }

    @Test
    void nativeDataThatEndTooEarlyAreRefused() {
        assertThatThrownBy(() -> NativeDecoder.decode(bytes(1, 2, 3), 0, format(2, 2, 1, 8, false), false))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("end too early");
    }

    @Test
    void rleRunsAndLiterals() throws CodecException {
        // -2: three times 7; 1: two literals.
        byte[] data = rle(1, new int[] {64}, 0xfe, 7, 1, 8, 9);
        assertThat(RleDecoder.decode(data, format(1, 5, 1, 8, false))).containsExactly(7, 7, 7, 8, 9);
    }

    @Test
    void rlePlanesComeHighByteFirst() throws CodecException {
        byte[] data = rle(2, new int[] {64, 66}, 0xff, 0x12, 1, 0x34, 0x56);
        assertThat(RleDecoder.decode(data, format(1, 2, 1, 16, false))).containsExactly(0x1234, 0x1256);
    }

    @Test
    void rleDamageIsNamed() {
        assertThatThrownBy(() -> RleDecoder.decode(rle(2, new int[] {64, 65}, 0), format(1, 2, 1, 8, false)))
                .hasMessageContaining("header does not fit");
        assertThatThrownBy(() -> RleDecoder.decode(rle(1, new int[] {64}, 5, 1), format(1, 6, 1, 8, false)))
                .hasMessageContaining("end too early");
        assertThatThrownBy(() -> RleDecoder.decode(rle(1, new int[] {255}, 0, 1), format(1, 1, 1, 8, false)))
                .hasMessageContaining("overlap");
    }

    @Test
    void aConstantBlockComesFromItsFirstCoefficient() {
        double[] block = new double[64];
        block[0] = 80;
        InverseDct.transform(block);
        assertThat(block).containsOnly(new double[] {10}, within(1e-9));
    }

    @Test
    void aCosineComesFromItsCoefficient() {
        double[] block = new double[64];
        block[1] = 8;
        InverseDct.transform(block);
        // T.81 A.3.3: C(0) C(1) / 4 * 8 * cos((2x + 1) pi / 16)
        double amplitude = Math.sqrt(0.5) / 4 * 8;
        for (int x = 0; x < 8; x++) {
            assertThat(block[x]).isCloseTo(amplitude * Math.cos((2 * x + 1) * Math.PI / 16), within(1e-9));
        }
    }

    @Test
    void jpegLsDefaultsAreThoseOfTheStandard() throws CodecException {
        // T.87 table C.3: 8 bits, lossless.
        assertThat(JpegLsParameters.UNSET.completed(255, 0)).isEqualTo(new JpegLsParameters(255, 3, 7, 21, 64));
        // 12 bits: FACTOR = (4095 + 128) / 256 = 16.
        assertThat(JpegLsParameters.UNSET.completed(4095, 0)).isEqualTo(new JpegLsParameters(4095, 18, 67, 276, 64));
        // 8 bits, NEAR = 3: 3 + 9, 7 + 15, 21 + 21.
        assertThat(JpegLsParameters.UNSET.completed(255, 3)).isEqualTo(new JpegLsParameters(255, 12, 22, 42, 64));
    }

    /** The worked example of T.87 annex H.3: a 4x4 picture of 8 bits, lossless. */
    @Test
    void theExampleOfTheJpegLsStandard() throws CodecException {
        byte[] stream = bytes(
                0xff, 0xd8, 0xff, 0xf7, 0x00, 0x0b, 0x08, 0x00, 0x04, 0x00, 0x04, 0x01, 0x01, 0x11, 0x00, 0xff, 0xda,
                0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x00, 0x00, 0x6c, 0x80, 0x20, 0x8e, 0x01, 0xc0,
                0x00, 0x00, 0x57, 0x40, 0x00, 0x00, 0x6e, 0xe6, 0x00, 0x00, 0x01, 0xbc, 0x18, 0x00, 0x00, 0x05, 0xd8,
                0x00, 0x00, 0x91, 0x60, 0xff, 0xd9);
        int[] values = JpegLsDecoder.decode(stream, JpegHeader.read(stream));
        assertThat(values).containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
    }

    @Test
    void aStreamOfAnotherSizeIsRefusedBeforeDecoding() throws CodecException {
        JpegHeader header = new JpegHeader(
                JpegHeader.BASELINE,
                8,
                60000,
                60000,
                java.util.List.of(new JpegHeader.Component(1, 1, 1, 0)),
                -1,
                false);
        assertThatThrownBy(() -> header.require(format(4, 4, 1, 8, false)))
                .hasMessageContaining("60000 x 60000 x 1")
                .hasMessageContaining("4 x 4 x 1");
    }

    @Test
    void huffmanCodesAreCanonical() throws CodecException {
        // Counts: one code of 1 bit, two of 3 bits. Codes 0, 100, 101.
        byte[] segment = new byte[2 + 2 + 2 + 16 + 3];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xd8;
        segment[2] = (byte) 0xff;
        segment[3] = (byte) 0xc4;
        byte[] whole = new byte[2 + 4 + 16 + 3];
        System.arraycopy(segment, 0, whole, 0, 4);
        whole[5] = 21;
        whole[6] = 1;
        whole[8] = 2;
        whole[22] = 5;
        whole[23] = 6;
        whole[24] = 7;
        SegmentReader in = new SegmentReader(whole);
        assertThat(in.next()).isTrue();
        HuffmanTable table = new HuffmanTable(in, 0);
        JpegBits bits = new JpegBits(bytes(0b10101000), 0);
        assertThat(table.decode(bits)).isEqualTo(7);
        assertThat(table.decode(bits)).isEqualTo(5);
        assertThat(table.decode(bits)).isEqualTo(6);
    }

    @Test
    void signedBitsExtend() throws CodecException {
        // T.81 table F.1: two bits 00, 01, 10, 11 mean -3, -2, 2, 3.
        JpegBits bits = new JpegBits(bytes(0b00011011), 0);
        assertThat(new int[] {bits.signed(2), bits.signed(2), bits.signed(2), bits.signed(2)})
                .containsExactly(-3, -2, 2, 3);
    }
}
