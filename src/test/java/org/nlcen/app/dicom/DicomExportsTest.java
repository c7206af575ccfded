package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.IdleWork;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.attack.AttackWork;
import org.nlcen.app.attack.AttackWorkshop;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.TestDicom;
import org.nlcen.dicom.study.Instance;
import org.nlcen.image.PixelBlock;
import org.nlcen.model.Segmentation;

import static org.assertj.core.api.Assertions.assertThat;

/** DICOM files written from the window, read back. */
class DicomExportsTest {
    private static final int PIXELS = 256 * 256;

    @TempDir
    Path folder;

    /** The first of two networks answers at once with the upper half, and for epsilon 8 with an image of fives. */
    private static AttackWork start(AttackWorkshop.Job job, AttackWorkshop.Events events) {
        float[] upper = new float[PIXELS];
        Arrays.fill(upper, 0, PIXELS / 2, 0.8f);
        float[] attacked = new float[PIXELS];
        Arrays.fill(attacked, 5);
        events.clean("a-lung", new Segmentation(upper));
        events.example("a-lung", new AdversarialExample(8, 10, attacked, new Segmentation(new float[PIXELS])));
        return new IdleWork();
    }

    private OpenedImage image(BenchModel bench) throws IOException {
        Attributes data = TestDicom.grey(4, 2, 0, 1, 2, 3, 4, 5, 6, 7);
        data.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        data.setString(Tag.PatientID, VR.LO, "4711");
        OpenedImage image = ImageOpener.open(TestDicom.write(folder.resolve("source.dcm"), data));
        bench.epsilonProperty().set(8);
        Choice first = new Choice(ToySegmenter.card("a-lung", "A"), Optional.empty());
        Choice second = new Choice(ToySegmenter.card("b-lung", "B"), Optional.empty());
        bench.load(image.input(), Optional.empty(), List.of(first, second));
        return image;
    }

    private static BenchModel bench() {
        return new BenchModel(DicomExportsTest::start, Runnable::run, System::nanoTime);
    }

    @Test
    void theAnswersToTheCleanImageBecomeSegments() throws IOException {
        BenchModel bench = bench();
        OpenedImage image = image(bench);
        assertThat(DicomExports.canSegment(image, bench)).isTrue();
        Path binary = folder.resolve("binary.dcm");
        assertThat(new DicomExports(image, bench).writeSegmentation(binary, false))
                .as("the second network has not answered")
                .isEqualTo(1);
        PixelBlock mask = DicomFiles.open(binary).stored(0);
        // the picture is higher than wide: rows 0 and 1 of 4 are its upper half
        assertThat(List.of(mask.value(0, 0, 0), mask.value(1, 1, 0), mask.value(0, 2, 0), mask.value(1, 3, 0)))
                .containsExactly(1, 1, 0, 0);
        Path fractional = folder.resolve("fractional.dcm");
        new DicomExports(image, bench).writeSegmentation(fractional, true);
        PixelBlock part = DicomFiles.open(fractional).stored(0);
        // 0.8 of 255
        assertThat(part.value(0, 0, 0)).isEqualTo(204);
        assertThat(part.value(0, 3, 0)).isZero();
        DicomHeader header = DicomFiles.header(binary);
        assertThat(header.text(Tag.StudyInstanceUID)).contains("1.2.3.4.2");
        assertThat(header.text(Tag.PatientName)).contains("Doe^Jane");
    }

    @Test
    void attackedImagesBelongToNobody() throws IOException {
        BenchModel bench = bench();
        OpenedImage image = image(bench);
        List<Path> files = new DicomExports(image, bench).writeAttacked(folder);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("manipulated-a-lung-epsilon-8.dcm");
        DicomImage written = DicomFiles.open(files.get(0));
        assertThat(written.stored(0).value(100, 100, 0)).isEqualTo(5);
        assertThat(written.format().rows()).as("a marked strip below").isGreaterThan(256);
        DicomHeader header = written.header();
        assertThat(header.text(Tag.StudyInstanceUID).orElseThrow()).isNotEqualTo("1.2.3.4.2");
        assertThat(header.text(Tag.DerivationDescription).orElseThrow())
                .contains("I-FGSM", "epsilon 8", "a-lung", "SHA-256 00");
        assertThat(Files.readString(files.get(0), StandardCharsets.ISO_8859_1))
                .doesNotContain("Doe")
                .doesNotContain("4711")
                .doesNotContain("1.2.3.4.");
        assertThat(new DicomExports(image, bench).writeAttacked(folder))
                .as("nothing is replaced")
                .extracting(file -> file.getFileName().toString())
                .containsExactly("manipulated-a-lung-epsilon-8-2.dcm");
    }

    @Test
    void aPictureOfThePanesSaysWhatItShows() throws IOException {
        BenchModel bench = bench();
        OpenedImage image = image(bench);
        Path file = folder.resolve("screen.dcm");
        new DicomExports(image, bench).writeScreen(file, PixelBlock.ofBytes(1, 1, 3, new byte[] {1, 2, 3}));
        DicomHeader header = DicomFiles.header(file);
        assertThat(header.text(Tag.BurnedInAnnotation)).contains("NO");
        assertThat(header.text(Tag.DerivationDescription).orElseThrow()).contains("A: I-FGSM", "epsilon 8.0");
        assertThat(header.text(Tag.PatientName)).isEmpty();
    }

    @Test
    void theAuditLogIsToldWhoseAnswersAndWhichAttackAFileHolds() throws IOException {
        BenchModel bench = bench();
        OpenedImage image = image(bench);
        DicomExports attacked = new DicomExports(image, bench);
        Map<String, String> all = Map.of("kind", "k", "attack", "I_FGSM", "epsilon", "8.0", "weights", "00");
        assertThat(attacked.attackedAudit("k")).isEqualTo(all);
        assertThat(attacked.screenAudit("k")).isEqualTo(all);
        assertThat(attacked.segmentationAudit("k"))
                .as("the clean answers alone")
                .isEqualTo(Map.of("kind", "k", "weights", "00"));
        bench.epsilonProperty().set(0);
        assertThat(new DicomExports(image, bench).screenAudit("k"))
                .as("nothing attacked is shown")
                .isEqualTo(Map.of("kind", "k", "weights", "00"));
    }

    @Test
    void theStudiesOfTheCopiedFilesAreKnown() throws IOException {
        List<Instance> files = new ArrayList<>();
        for (String study : new String[] {"1.2.3.1", "1.2.3.2", "1.2.3.1", ""}) {
            Attributes data = TestDicom.grey(4, 2, 0, 1, 2, 3, 4, 5, 6, 7);
            data.setString(Tag.StudyInstanceUID, VR.UI, study);
            String name = files.size() + ".dcm";
            files.add(new Instance(TestDicom.write(folder.resolve(name), data), name, 1, 1, true));
        }
        files.add(new Instance(folder.resolve("missing.dcm"), "missing.dcm", 2, 1, true));
        Path out = Files.createDirectory(folder.resolve("out"));
        Deidentification.Result result = Deidentification.all(files, out, (done, total) -> {}, () -> false);
        assertThat(result.studies()).containsExactly(Optional.of("1.2.3.1"), Optional.of("1.2.3.2"), Optional.empty());
        assertThat(result.text()).doesNotContain("1.2.3.1");
    }

    @Test
    void copiesOfAllFilesShareNewIdentifiersAndOneReport() throws IOException {
        image(bench());
        Path source = folder.resolve("source.dcm");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("image-0001.dcm"), "not to be replaced");
        Instance file = new Instance(source, "source.dcm", 1, 1, true);
        Instance cut = new Instance(folder.resolve("missing.dcm"), "missing.dcm", 2, 1, true);
        Deidentification.Result result =
                Deidentification.all(List.of(file, cut, file), out, (done, total) -> {}, () -> false);
        assertThat(result.copies())
                .extracting(copy -> copy.getFileName().toString())
                .containsExactly("image-0002.dcm", "image-0003.dcm");
        assertThat(result.failed()).isEqualTo(1);
        assertThat(DicomFiles.header(result.copies().get(0)).text(Tag.StudyInstanceUID))
                .isEqualTo(DicomFiles.header(result.copies().get(1)).text(Tag.StudyInstanceUID))
                .isNotEqualTo(Optional.of("1.2.3.4.2"));
        assertThat(result.text())
                .contains("image-0002.dcm\t", "(0010,0010)\tPatient Name")
                .doesNotContain("Doe");
        assertThat(out.resolve("image-0001.dcm")).hasContent("not to be replaced");
    }
}
