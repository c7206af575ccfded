package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the program writes, read back by itself and by other programs. */
class WrittenObjectsTest {
    private static final ModelIdentity MODEL = new ModelIdentity("U-Net, lungs", "1.2", "0123abcd");
    private static final int ROWS = 3;
    private static final int COLUMNS = 5;

    @TempDir
    private Path folder;

    private DicomHeader source;
    private Path target;

    @BeforeEach
    void writeSource() throws IOException {
        Attributes data = TestDicom.grey(ROWS, COLUMNS, new int[ROWS * COLUMNS]);
        TestDicom.name(data);
        data.setString(Tag.AccessionNumber, VR.SH, "A1");
        data.setString(Tag.ReferringPhysicianName, VR.PN, "House^Gregory");
        data.setString(Tag.PatientOrientation, VR.CS, "L", "F");
        data.setString("ACME", 0x00290010, VR.LO, "Müstermann again");
        Path file = TestDicom.write(folder.resolve("source.dcm"), data);
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy("MZ preamble".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 11);
        Files.write(file, bytes);
        source = DicomFiles.header(file);
        target = folder.resolve("target.dcm");
    }

    private static Mask mask(int first) {
        boolean[] pixels = new boolean[ROWS * COLUMNS];
        for (int i = first; i < pixels.length; i += 2) {
            pixels[i] = true;
        }
        return Mask.of(COLUMNS, ROWS, pixels);
    }

    private void writeTwoMasks() throws IOException {
        new SegmentationWriter(source, 0, 1)
                .writeBinary(
                        target,
                        List.of(
                                new SegmentationWriter.BinarySegment("Lungs, U-Net", Structure.LUNG, MODEL, mask(0)),
                                new SegmentationWriter.BinarySegment("Lungs, other", Structure.LUNG, MODEL, mask(1))));
    }

    private void writeProbabilities() throws IOException {
        float[] probabilities = new float[ROWS * COLUMNS];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = i / 10f;
        }
        probabilities[14] = Float.NaN;
        new SegmentationWriter(source, 0, 1)
                .writeFractional(
                        target,
                        List.of(new SegmentationWriter.FractionalSegment(
                                "Lungs", Structure.LUNG, MODEL, probabilities)));
    }

    @Test
    void masksComeBackBitForBit() throws IOException {
        writeTwoMasks();
        DicomImage image = DicomFiles.open(target);
        assertThat(image.frames()).isEqualTo(2);
        for (int frame = 0; frame < 2; frame++) {
            PixelBlock stored = image.stored(frame);
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                assertThat(stored.value(i % COLUMNS, i / COLUMNS, 0)).isEqualTo((i + frame) % 2 == 0 ? 1 : 0);
            }
        }
    }

    @Test
    void aMaskDrawnByHandNamesNoNetwork() throws IOException {
        new SegmentationWriter(source, 0, 1).writeDrawn(target, "Ground truth", Structure.LUNG, mask(1));
        PixelBlock stored = DicomFiles.open(target).stored(0);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            assertThat(stored.value(i % COLUMNS, i / COLUMNS, 0)).isEqualTo(i % 2);
        }
        Attributes data = DicomFiles.header(target).dataSet();
        assertThat(data.getString(Tag.StudyInstanceUID)).isEqualTo("1.2.3.4.2");
        assertThat(data.getString(Tag.ContentDescription)).isEqualTo("Drawn by hand, not for diagnosis");
        Attributes segment = data.getSequence(Tag.SegmentSequence).get(0);
        assertThat(segment.getString(Tag.SegmentAlgorithmType)).isEqualTo("MANUAL");
        assertThat(segment.contains(Tag.SegmentAlgorithmName)).isFalse();
        assertThat(segment.contains(Tag.SegmentationAlgorithmIdentificationSequence))
                .isFalse();
    }

    @Test
    void segmentationBelongsToTheStudyAndNamesTheNetwork() throws IOException {
        writeTwoMasks();
        Attributes data = DicomFiles.header(target).dataSet();
        assertThat(data.getString(Tag.StudyInstanceUID)).isEqualTo("1.2.3.4.2");
        assertThat(data.getString(Tag.SOPInstanceUID)).isNotEqualTo("1.2.3.4.1");
        assertThat(data.getString(Tag.SeriesInstanceUID)).isNotEqualTo("1.2.3.4.3");
        assertThat(data.getString(Tag.PatientName)).isEqualTo("Müstermann^Erika");
        Attributes algorithm = data.getNestedDataset(Tag.SegmentSequence, 1)
                .getNestedDataset(Tag.SegmentationAlgorithmIdentificationSequence);
        assertThat(algorithm.getString(Tag.AlgorithmName)).isEqualTo("U-Net, lungs");
        assertThat(algorithm.getString(Tag.AlgorithmVersion)).isEqualTo("1.2");
        assertThat(algorithm.getString(Tag.AlgorithmParameters)).contains("0123abcd");
    }

    @Test
    void probabilitiesAreStoredIn255Steps() throws IOException {
        writeProbabilities();
        PixelBlock stored = DicomFiles.open(target).stored(0);
        assertThat(new int[] {
                    stored.value(0, 0, 0),
                    stored.value(1, 0, 0),
                    stored.value(0, 1, 0),
                    stored.value(0, 2, 0),
                    stored.value(3, 2, 0),
                    stored.value(4, 2, 0)
                })
                .containsExactly(0, 26, 128, 255, 255, 0);
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        SegmentationWriter writer = new SegmentationWriter(source, 0, 1);
        assertThatThrownBy(() -> writer.writeBinary(
                        target,
                        List.of(new SegmentationWriter.BinarySegment("x", Structure.LUNG, MODEL, Mask.empty(2, 2)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5x3");
        assertThat(target).doesNotExist();
    }

    @Test
    void dciodvfyFindsNoErrorInSegmentations() throws Exception {
        writeTwoMasks();
        assertThat(Tools.run("dciodvfy", target.toString()))
                .contains("Segmentation")
                .doesNotContain("Error");
        writeProbabilities();
        assertThat(Tools.run("dciodvfy", target.toString()))
                .contains("Segmentation")
                .doesNotContain("Error");
    }

    @Test
    void dcmdumpReadsSegmentations() throws Exception {
        writeTwoMasks();
        assertThat(Tools.run("dcmdump", target.toString()))
                .contains("SegmentAlgorithmType", "[BINARY]")
                .doesNotContain("E: ", "W: ");
    }

    @Test
    void pydicomReadsTheSamePixels() throws Exception {
        writeTwoMasks();
        String sums = Tools.python(
                "import sys, pydicom; a = pydicom.dcmread(sys.argv[1]).pixel_array;"
                        + "print(a.shape, a[0].sum(), a[1].sum(), a[0, 0, 0], a[1, 0, 0])",
                target.toString());
        assertThat(sums.strip()).endsWith("(2, 3, 5) 8 7 1 0");
    }

    private void writeAttacked() throws IOException {
        byte[] pixels = new byte[256 * 256];
        pixels[0] = 77;
        SecondaryCapture.writeAttacked(
                target,
                PixelBlock.ofBytes(256, 256, 1, pixels),
                new SecondaryCapture.Manipulation("targeted iterative FGSM", 16, MODEL));
    }

    @Test
    void attackedImagesSayWhatTheyAre() throws IOException {
        writeAttacked();
        Attributes data = DicomFiles.header(target).dataSet();
        assertThat(data.getStrings(Tag.ImageType)).containsExactly("DERIVED", "SECONDARY");
        assertThat(data.getString(Tag.DerivationDescription))
                .contains("targeted iterative FGSM", "epsilon 16 of 255", "U-Net, lungs", "0123abcd");
        assertThat(data.getString(Tag.BurnedInAnnotation)).isEqualTo("NO");
        PixelBlock stored = DicomFiles.open(target).stored(0);
        assertThat(stored.value(0, 0, 0)).isEqualTo(77);
        assertThat(stored.height()).isEqualTo(267);
        int white = 0;
        for (int y = 256; y < 267; y++) {
            for (int x = 0; x < 256; x++) {
                white += stored.value(x, y, 0) == 255 ? 1 : 0;
            }
        }
        assertThat(white).as("pixels of the mark").isBetween(300, 700);
    }

    @Test
    void attackedImagesHaveNewIdentifiersAndAnEmptyPreamble() throws IOException {
        writeAttacked();
        byte[] bytes = Files.readAllBytes(target);
        assertThat(bytes).startsWith(new byte[128]);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("1.2.3.4.", "4711", "stermann");
        String first = DicomFiles.header(target).dataSet().getString(Tag.SOPInstanceUID);
        writeAttacked();
        assertThat(DicomFiles.header(target).dataSet().getString(Tag.SOPInstanceUID))
                .isNotEqualTo(first);
    }

    @Test
    void dciodvfyFindsNoErrorInSecondaryCaptures() throws Exception {
        writeAttacked();
        assertThat(Tools.run("dciodvfy", target.toString())).contains("SCImage").doesNotContain("Error");
        SecondaryCapture.writeScreen(
                target, PixelBlock.ofBytes(2, 2, 3, new byte[12]), "Two panes, window 40/400", true);
        assertThat(Tools.run("dciodvfy", target.toString())).contains("SCImage").doesNotContain("Error");
    }

    @Test
    void screensTellWhetherANameIsInThePixels() throws IOException {
        SecondaryCapture.writeScreen(target, PixelBlock.ofBytes(2, 2, 3, new byte[12]), "Panes", true);
        assertThat(DicomFiles.header(target).dataSet().getString(Tag.BurnedInAnnotation))
                .isEqualTo("YES");
    }

    @Test
    void deidentifiedCopiesKnowNobody() throws IOException {
        Deidentifier.Report report = new Deidentifier().write(source, target);
        byte[] bytes = Files.readAllBytes(target);
        assertThat(bytes).startsWith(new byte[128]);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("stermann", "4711", "House", "19640812", "20261122", "1.2.3.4.", "ACME", "MZ");
        assertThat(report.changes())
                .contains(
                        new Deidentifier.Change("(0010,0010)", "Patient Name", Deidentifier.Action.EMPTIED),
                        new Deidentifier.Change("(0029,0010)", "Private", Deidentifier.Action.REMOVED),
                        new Deidentifier.Change("(0008,0018)", "SOP Instance UID", Deidentifier.Action.REPLACED));
        assertThat(report.warnings()).hasSize(1);
        assertThat(DicomFiles.open(target).stored(0).width()).isEqualTo(COLUMNS);
        assertThat(DicomFiles.header(target).dataSet().getString(Tag.PatientIdentityRemoved))
                .isEqualTo("YES");
    }

    @Test
    void filesOfOneStudyStayTogetherWithoutTheirIdentity() throws IOException {
        Deidentifier deidentifier = new Deidentifier();
        deidentifier.write(source, target);
        Path second = folder.resolve("second.dcm");
        deidentifier.write(source, second);
        assertThat(DicomFiles.header(second).dataSet().getString(Tag.StudyInstanceUID))
                .isEqualTo(DicomFiles.header(target).dataSet().getString(Tag.StudyInstanceUID));
        Path elsewhere = folder.resolve("elsewhere.dcm");
        new Deidentifier().write(source, elsewhere);
        assertThat(DicomFiles.header(elsewhere).dataSet().getString(Tag.StudyInstanceUID))
                .isNotEqualTo(DicomFiles.header(target).dataSet().getString(Tag.StudyInstanceUID));
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        Files.writeString(target, "old");
        Path missing = folder.resolve("no such folder").resolve("target.dcm");
        assertThatThrownBy(() -> new Deidentifier().write(source, missing)).isInstanceOf(IOException.class);
        SegmentationWriter writer = new SegmentationWriter(source, 0, 1);
        assertThatThrownBy(() -> writer.writeBinary(target, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(target).hasContent("old");
    }
}
