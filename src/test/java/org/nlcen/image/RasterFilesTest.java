package org.nlcen.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.ImageReadException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class RasterFilesTest {
    @TempDir
    Path folder;

    @Test
    void greyOfEightBitsComesBack() throws IOException {
        PixelBlock pixels = PixelBlock.ofBytes(3, 2, 1, new byte[] {0, 1, 127, (byte) 128, (byte) 254, (byte) 255});
        SourceImage image = roundTrip(pixels);
        assertThat(values(image)).containsExactly(0, 1, 127, 128, 254, 255);
        assertThat(image.colour()).isFalse();
        assertThat(image.name()).isEqualTo("a.png");
        assertThat(image.origin().format()).isEqualTo("PNG");
        assertThat(image.origin().file()).contains(folder.resolve("a.png"));
        assertThat(image.spacing()).isEmpty();
        assertThat(image.inverted()).isFalse();
    }

    @Test
    void greyOfSixteenBitsComesBack() throws IOException {
        PixelBlock pixels = PixelBlock.ofShorts(2, 2, 1, new short[] {0, 256, (short) 32768, (short) 65535}, false);
        assertThat(values(roundTrip(pixels))).containsExactly(0, 256, 32768, 65535);
    }

    @Test
    void coloursComeBack() throws IOException {
        PixelBlock pixels = PixelBlock.ofBytes(2, 1, 3, new byte[] {1, 2, 3, (byte) 200, 100, 50});
        assertThat(values(roundTrip(pixels))).containsExactly(1, 2, 3, 200, 100, 50);
    }

    @Test
    void refusesToWriteWhatAPngCannotHold() {
        Path file = folder.resolve("a.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RasterFiles.writePng(file, PixelBlock.ofInts(1, 1, 1, new int[] {-1})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RasterFiles.writePng(file, PixelBlock.ofInts(1, 1, 1, new int[] {65536})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RasterFiles.writePng(file, PixelBlock.ofInts(1, 1, 3, new int[] {0, 256, 0})));
        assertThat(file).doesNotExist();
    }

    @Test
    void sixteenBitColourIsRoundedToEight() throws IOException {
        // 65535 / 255 = 257: 128 -> 0.498 -> 0, 129 -> 0.502 -> 1, 65406 -> 254.498 -> 254, 65407 -> 255
        SourceImage image = read(png(2, 1, 16, 2, shorts(0, 128, 129, 65406, 65407, 65535)));
        assertThat(values(image)).containsExactly(0, 0, 1, 254, 255, 255);
    }

    @Test
    void greyStoredAsRedGreenAndBlueIsGreyOfTheSameDepth() throws IOException {
        assertThat(values(read(png(2, 1, 8, 2, bytes(7, 7, 7, 200, 200, 200))))).containsExactly(7, 200);
        assertThat(values(read(png(1, 1, 16, 2, shorts(40000, 40000, 40000))))).containsExactly(40000);
        assertThat(values(read(png(1, 1, 8, 6, bytes(200, 200, 200, 51))))).containsExactly(40);
        assertThat(values(read(png(2, 1, 8, 2, bytes(7, 7, 7, 200, 200, 201)))))
                .as("one level of colour is colour")
                .containsExactly(7, 7, 7, 200, 200, 201);
    }

    @Test
    void transparencyIsCompositedOnBlack() throws IOException {
        assertThat(values(read(png(2, 1, 8, 6, bytes(200, 100, 50, 128, 9, 8, 7, 0)))))
                .containsExactly(100, 50, 25, 0, 0, 0);
        assertThat(values(read(png(2, 1, 8, 4, bytes(200, 255, 200, 51))))).containsExactly(200, 40);
        assertThat(values(read(png(1, 1, 16, 4, shorts(60000, 32768))))).containsExactly(30000);
    }

    @ParameterizedTest
    @CsvSource({"1,0,255", "2,85,255", "4,17,119"})
    void fewBitsFillTheScale(int bits, int second, int third) throws IOException {
        // of 1, 3 and 15 levels: 1 of 1 is 255, 1 of 3 is 85, 1 of 15 is 17, 7 of 15 is 119
        int[] pixels = {0, bits == 1 ? 0 : 1, bits == 4 ? 7 : (1 << bits) - 1};
        int packed = 0;
        for (int i = 0; i < 3; i++) {
            packed |= pixels[i] << (16 - (i + 1) * bits);
        }
        byte[] row = {(byte) (packed >> 8), (byte) packed};
        SourceImage image = read(png(3, 1, bits, 0, Arrays.copyOf(row, (3 * bits + 7) / 8)));
        assertThat(values(image)).containsExactly(0, second, third);
    }

    @Test
    void palettesAreLookedUp() throws IOException {
        byte[] ramp = {10, 20, 30};
        byte[] other = {40, 50, 60};
        assertThat(values(palette(ramp, ramp, ramp))).containsExactly(10, 20, 30, 20);
        assertThat(values(palette(ramp, other, ramp))).containsExactly(10, 40, 10, 20, 50, 20, 30, 60, 30, 20, 50, 20);
    }

    @Test
    void theContentTellsTheFormatNotTheName() throws IOException {
        Path file = folder.resolve("scan.jpg");
        RasterFiles.writePng(file, PixelBlock.ofBytes(1, 1, 1, new byte[] {42}));
        assertThat(RasterFiles.read(file).origin().format()).isEqualTo("PNG");
        assertThat(RasterFiles.isRaster(file)).isTrue();
        Path text = Files.writeString(folder.resolve("notes.png"), "not a picture at all");
        assertThat(RasterFiles.isRaster(text)).isFalse();
        assertFails(text, Reason.NOT_AN_IMAGE, "notes.png: this is not a PNG, JPEG, TIFF or BMP picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "tiff", "png"})
    void otherFormatsWithoutLoss(String format) throws IOException {
        BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 20; i++) {
            image.setRGB(i % 5, i / 5, 0x010203 * (i + 1));
        }
        Path file = folder.resolve("a." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        int[] values = values(RasterFiles.read(file));
        for (int i = 0; i < 20; i++) {
            assertThat(Arrays.copyOfRange(values, 3 * i, 3 * i + 3)).containsExactly(i + 1, 2 * (i + 1), 3 * (i + 1));
        }
    }

    @Test
    void jpegOfOneChannelAndOfThree() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
            BufferedImage image = new BufferedImage(32, 16, type);
            image.getRaster()
                    .setPixels(0, 0, 32, 16, filled(32 * 16 * image.getRaster().getNumBands(), 90));
            Path file = folder.resolve("a.jpg");
            assertThat(ImageIO.write(image, "jpeg", file.toFile())).isTrue();
            SourceImage read = RasterFiles.read(file);
            assertThat(read.colour()).as("grey, however it is stored").isFalse();
            for (int value : values(read)) {
                assertThat(value).isCloseTo(90, within(2));
            }
        }
        BufferedImage red = new BufferedImage(32, 16, BufferedImage.TYPE_3BYTE_BGR);
        red.getRaster().setSamples(0, 0, 32, 16, 0, filled(32 * 16, 90));
        Path file = folder.resolve("red.jpg");
        assertThat(ImageIO.write(red, "jpeg", file.toFile())).isTrue();
        assertThat(RasterFiles.read(file).colour()).isTrue();
    }

    @Test
    void tiffOfSixteenBitsAndSeveralPages() throws IOException {
        Path file = Files.write(folder.resolve("a.tif"), TinyTiff.pages(1, 16, shortsLittle(7, 40000), 2));
        SourceImage second = RasterFiles.read(file, 1);
        assertThat(values(second)).containsExactly(7, 40000);
        assertThat(second.origin().frame()).isEqualTo(1);
        assertThat(second.origin().frames()).isEqualTo(2);
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> RasterFiles.read(file, 2))
                .withMessageContaining("there is no picture 3; the file has 2");
    }

    @Test
    void tiffWithWhiteAsZeroIsTurned() throws IOException {
        Path file = Files.write(folder.resolve("a.tif"), TinyTiff.pages(0, 8, bytes(0, 200), 1));
        assertThat(values(RasterFiles.read(file))).containsExactly(255, 55);
        file = Files.write(folder.resolve("b.tif"), TinyTiff.pages(0, 16, shortsLittle(0, 200), 1));
        assertThat(values(RasterFiles.read(file))).containsExactly(65535, 65335);
    }

    @Test
    void tiffOfFloatsIsRefusedWithTheReason() throws IOException {
        Path file = Files.write(folder.resolve("a.tif"), TinyTiff.floats(1.5f, 2.5f));
        assertFails(file, Reason.UNSUPPORTED, "neither 8 nor 16 bit");
    }

    @Test
    void tiffDirectoriesInARingOrBeyondTheFileAreBroken() throws IOException {
        byte[] ring = TinyTiff.pages(1, 8, bytes(1, 2), 1);
        ByteBuffer.wrap(ring).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 9 * 12, 8);
        assertFails(Files.write(folder.resolve("ring.tif"), ring), Reason.BROKEN, "ring.tif");
        byte[] greedy = TinyTiff.pages(1, 8, bytes(1, 2), 1);
        ByteBuffer.wrap(greedy).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 4, 0x7fffffff);
        assertFails(Files.write(folder.resolve("greedy.tif"), greedy), Reason.BROKEN, "greedy.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "tiff"})
    void damagedBytesGiveAPictureOrAReasonAndNothingElse(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        Path file = folder.resolve("damaged");
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = out.toByteArray();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bytes[random.nextInt(random.nextBoolean() ? 120 : bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                assertThat(RasterFiles.read(file).width()).isPositive();
            } catch (ImageReadException e) {
                assertThat(e).hasMessageStartingWith("damaged: ");
                refused++;
            }
        }
        assertThat(refused).isBetween(30, 300);
    }

    @ParameterizedTest
    @CsvSource({"5714,0.17500875", "11811,0.08466683", "1000,1"})
    void aResolutionThatIsMeantBecomesTheSpacing(int perMetre, double mm) throws IOException {
        PixelSpacing spacing = read(png(1, 1, 8, 0, bytes(5), phys(perMetre, perMetre, 1)))
                .spacing()
                .orElseThrow();
        assertThat(spacing.rowMm()).isCloseTo(mm, within(1e-6));
        assertThat(spacing.columnMm()).isCloseTo(mm, within(1e-6));
        assertThat(spacing.source()).isEqualTo(PixelSpacing.Source.FILE);
    }

    @Test
    void unequalResolutionGivesTheAspect() throws IOException {
        SourceImage image = read(png(1, 1, 8, 0, bytes(5), phys(2000, 1000, 1)));
        assertThat(image.spacing()).contains(new PixelSpacing(1, 0.5, PixelSpacing.Source.FILE));
        assertThat(image.aspect()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2835,1", "2834,1", "3779,1", "3780,1", "5714,0", "0,1", "1,1", "2000000000,1"})
    void defaultsRatiosAndNonsenseAreNoCalibration(int perMetre, int unit) throws IOException {
        assertThat(read(png(1, 1, 8, 0, bytes(5), phys(perMetre, perMetre, unit)))
                        .spacing())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,254,0.1", "2,100,0.1", "1,72,0", "1,96,0", "0,254,0"})
    void jpegDensity(int unit, int density, double mm) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", out)).isTrue();
        byte[] jpeg = out.toByteArray();
        assertThat(new String(jpeg, 6, 4, StandardCharsets.US_ASCII)).isEqualTo("JFIF");
        jpeg[13] = (byte) unit;
        ByteBuffer.wrap(jpeg, 14, 4).putShort((short) density).putShort((short) density);
        Path file = Files.write(folder.resolve("a.jpg"), jpeg);
        assertThat(RasterFiles.read(file).spacing().map(PixelSpacing::rowMm).orElse(0.0))
                .isCloseTo(mm, within(1e-9));
    }

    @Test
    void anEnormousPictureIsRefusedFromItsHeader() throws IOException {
        Path file = Files.write(folder.resolve("a.png"), png(60000, 60000, 8, 2, bytes(1)));
        assertFails(file, Reason.UNSUPPORTED, "60000x60000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "tiff"})
    void aFileCutOffAnywhereIsBrokenAndNeverHalfAPicture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 4096; i++) {
            image.getRaster().setSample(i % 64, i / 64, 0, i * 37 % 251);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        byte[] whole = out.toByteArray();
        Path file = folder.resolve("cut." + format);
        for (int part = 1; part < 20; part++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * part / 20));
            assertThatExceptionOfType(ImageReadException.class)
                    .as("%d of 20 parts", part)
                    .isThrownBy(() -> RasterFiles.read(file))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
        }
    }

    @Test
    void anEmptyOrMissingFileIsNamed() throws IOException {
        assertFails(Files.createFile(folder.resolve("empty.png")), Reason.NOT_AN_IMAGE, "empty.png");
        assertFails(folder.resolve("gone.png"), Reason.NOT_AN_IMAGE, "gone.png: there is no such file");
        assertFails(folder, Reason.NOT_AN_IMAGE, "no such file");
    }

    @Test
    void masksComeBackAtOddSizes() throws IOException {
        boolean[] pixels = new boolean[7 * 5];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = true;
        }
        Mask mask = Mask.of(7, 5, pixels);
        Path file = folder.resolve("mask.png");
        RasterFiles.writePng(file, mask);
        assertThat(RasterFiles.readMask(file)).isEqualTo(mask);
        assertThat(values(RasterFiles.read(file))).containsOnly(0, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.tif", "mask.TIFF"})
    void masksAndPicturesAsTiff(String name) throws IOException {
        Path file = folder.resolve(name);
        Mask mask = Mask.of(3, 2, new boolean[] {true, false, true, false, false, true});
        RasterFiles.write(file, mask);
        assertThat(RasterFiles.read(file).origin().format()).isEqualTo("TIFF");
        assertThat(RasterFiles.readMask(file)).isEqualTo(mask);
        RasterFiles.write(file, PixelBlock.ofBytes(1, 1, 3, new byte[] {1, 2, (byte) 200}));
        assertThat(values(RasterFiles.read(file))).containsExactly(1, 2, 200);
        RasterFiles.write(file, PixelBlock.ofInts(2, 1, 1, new int[] {7, 60000}));
        assertThat(values(RasterFiles.read(file))).as("16 bits").containsExactly(7, 60000);
    }

    @Test
    void maskThresholds() throws IOException {
        assertThat(mask(bytes(0, 127, 128, 255))).containsExactly(false, false, true, true);
        assertThat(mask(bytes(0, 1, 1, 0))).containsExactly(false, true, true, false);
        assertThat(mask(bytes(0, 1, 2, 0))).as("labels").containsExactly(false, true, true, false);
        Path deep = folder.resolve("deep.png");
        RasterFiles.writePng(deep, PixelBlock.ofInts(3, 1, 1, new int[] {0, 32767, 65535}));
        assertThat(RasterFiles.readMask(deep).toBooleans()).containsExactly(false, false, true);
    }

    @Test
    void aFailedWriteKeepsTheOldFileAndLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }));
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.US_ASCII)));
        assertThat(file).hasContent("new");
    }

    private boolean[] mask(byte[] grey) throws IOException {
        Path file = folder.resolve("m.png");
        RasterFiles.writePng(file, PixelBlock.ofBytes(grey.length, 1, 1, grey));
        return RasterFiles.readMask(file).toBooleans();
    }

    private SourceImage roundTrip(PixelBlock pixels) throws IOException {
        Path file = folder.resolve("a.png");
        RasterFiles.writePng(file, pixels);
        return RasterFiles.read(file);
    }

    private SourceImage read(byte[] content) throws IOException {
        return RasterFiles.read(Files.write(folder.resolve("b.png"), content));
    }

    private SourceImage palette(byte[] red, byte[] green, byte[] blue) throws IOException {
        IndexColorModel model = new IndexColorModel(8, 3, red, green, blue);
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 1, 2, 1});
        assertThat(image.getRaster().getDataBuffer().getDataType()).isEqualTo(DataBuffer.TYPE_BYTE);
        Path file = folder.resolve("p.png");
        RasterFiles.writePng(file, image);
        return RasterFiles.read(file);
    }

    private static void assertFails(Path file, Reason reason, String part) {
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> RasterFiles.read(file))
                .withMessageContaining(part)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static int[] values(SourceImage image) {
        PixelBlock pixels = image.pixels();
        int length = pixels.width() * pixels.samples();
        int[] all = new int[length * pixels.height()];
        int[] row = new int[length];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            System.arraycopy(row, 0, all, y * length, length);
        }
        return all;
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static byte[] shortsLittle(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static byte[] phys(int x, int y, int unit) {
        return ByteBuffer.allocate(9).putInt(x).putInt(y).put((byte) unit).array();
    }

    /** A one-row PNG by hand (filter 0); more rows are claimed than there are where the height says so. */
    private static byte[] png(int width, int height, int bits, int colourType, byte[] row, byte[]... phys)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) colourType)
                        .array());
        for (byte[] entry : List.of(phys)) {
            chunk(out, "pHYs", entry);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(0);
            deflater.write(row);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
