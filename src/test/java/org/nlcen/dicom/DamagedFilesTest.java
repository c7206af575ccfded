package org.nlcen.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Damage and malice met in real files, made again from our own bytes. */
class DamagedFilesTest {
    @TempDir
    private Path folder;

    private Path file;
    private byte[] sound;

    @BeforeEach
    void writeSoundFile() throws IOException {
        file = folder.resolve("image.dcm");
        sound = Files.readAllBytes(TestDicom.write(file, TestDicom.grey(4, 4, new int[16])));
    }

    private ImageReadException failure(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return catchThrowableOfType(
                ImageReadException.class, () -> DicomFiles.open(file).frame(0));
    }

    @Test
    void everyCutEndsInAMessage() throws IOException {
        for (int length = 0; length < sound.length; length++) {
            ImageReadException e = failure(Arrays.copyOf(sound, length));
            assertThat(e).as("cut to " + length + " bytes").isNotNull();
            assertThat(e.getMessage()).startsWith("image.dcm: ");
        }
    }

    @Test
    void aCutInThePixelsIsNoPicture() throws IOException {
        ImageReadException e = failure(Arrays.copyOf(sound, sound.length - 2));
        assertThat(e.reason()).isEqualTo(Reason.BROKEN);
        assertThat(e.getMessage()).contains("end too early");
    }

    @Test
    void aLyingLengthIsNotAllocated() throws IOException {
        byte[] bytes = sound.clone();
        int pixels = indexOf(bytes, new byte[] {(byte) 0xe0, 0x7f, 0x10, 0x00});
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(pixels + 8, 0x7ffffff0);
        Files.write(file, bytes);
        assertThat(DicomFiles.open(file).frame(0).width()).isEqualTo(4);
        assertThat(DicomFiles.header(file).remarks())
                .anyMatch(remark -> remark.toString().startsWith("Damaged"));
    }

    @Test
    void aGiantPictureIsRefusedBeforeItIsAllocated() throws IOException {
        Attributes data = TestDicom.grey(4, 4, new int[16]);
        data.setInt(Tag.Rows, VR.US, 65535);
        data.setInt(Tag.Columns, VR.US, 65535);
        TestDicom.write(file, data);
        ImageReadException e = catchThrowableOfType(ImageReadException.class, () -> DicomFiles.open(file));
        assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(e.getMessage()).contains("too large");
    }

    @Test
    void endlessSequencesEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(sound, 0, indexOf(sound, new byte[] {0x08, 0, 0x16, 0}));
        ByteBuffer level = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        level.putShort((short) 0x0008).putShort((short) 0x1140).put("SQ".getBytes(StandardCharsets.US_ASCII));
        level.putShort((short) 0)
                .putInt(-1)
                .putShort((short) 0xfffe)
                .putShort((short) 0xe000)
                .putInt(-1);
        for (int i = 0; i < 30_000; i++) {
            bytes.write(level.array());
        }
        assertThat(failure(bytes.toByteArray()).getMessage()).contains("nested more than");
    }

    @Test
    void anUnknownValueRepresentationInTheFirstPartIsSurvived() throws IOException {
        byte[] bytes = sound.clone();
        int syntax = indexOf(bytes, new byte[] {2, 0, 0x10, 0, 'U', 'I'});
        bytes[syntax + 4] = 'Z';
        bytes[syntax + 5] = 'Z';
        assertThat(failure(bytes)).isNull();
        assertThat(DicomFiles.header(file).transferSyntax()).isEqualTo(TestDicom.EXPLICIT);
    }

    @Test
    void aProgramInThePreambleIsToldOf() throws IOException {
        byte[] bytes = sound.clone();
        bytes[0] = 'M';
        bytes[1] = 'Z';
        Files.write(file, bytes);
        assertThat(DicomFiles.header(file).remarks())
                .anyMatch(remark -> remark.toString().contains("a Windows program"));
    }

    @Test
    void aFileWithoutItsFirstPartIsRead() throws IOException {
        int dataSet = indexOf(sound, new byte[] {0x08, 0, 0x16, 0});
        assertThat(failure(Arrays.copyOfRange(sound, dataSet, sound.length))).isNull();
        assertThat(DicomFiles.isDicom(file)).isTrue();
    }

    @Test
    void anotherSyntaxThanDeclaredIsFound() throws IOException {
        byte[] bytes = sound.clone();
        int syntax = indexOf(bytes, "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
        System.arraycopy("1.2.840.10008.1.2\0\0\0".getBytes(StandardCharsets.US_ASCII), 0, bytes, syntax, 20);
        assertThat(failure(bytes)).isNull();
        assertThat(DicomFiles.header(file).remarks())
                .anyMatch(remark -> remark.toString().contains("another way"));
    }

    @Test
    void refusedSyntaxesAreNamed() throws IOException {
        byte[] bytes = sound.clone();
        int syntax = indexOf(bytes, "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
        System.arraycopy("1.2.840.10008.1.2.9\0".getBytes(StandardCharsets.US_ASCII), 0, bytes, syntax, 20);
        ImageReadException e = failure(bytes);
        assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(e.getMessage()).contains("1.2.840.10008.1.2.9");
    }

    @Test
    void textIsNoDicom() throws IOException {
        Files.writeString(file, "Dear colleague, please find enclosed the images of last week. ".repeat(5));
        assertThat(DicomFiles.isDicom(file)).isFalse();
        assertThat(catchThrowableOfType(ImageReadException.class, () -> DicomFiles.open(file))
                        .reason())
                .isEqualTo(Reason.NOT_AN_IMAGE);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
