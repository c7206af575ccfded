package org.nlcen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code info}, {@code tags}, {@code render}, {@code segment --dicom-seg}, {@code deidentify} and {@code query}. */
class DicomCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int execute(Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
    }

    /** Two by two: 0, 100, 200, 300, window 150 / 300; a named patient. */
    private Path chest(String name) throws IOException {
        Attributes data = TestDicom.grey(2, 2, 0, 100, 200, 300);
        data.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        data.setString(Tag.PatientID, VR.LO, "4711");
        data.setString(Tag.WindowCenter, VR.DS, "150.5");
        data.setString(Tag.WindowWidth, VR.DS, "301");
        return TestDicom.write(folder.resolve(name), data);
    }

    private List<JsonObject> lines() {
        return out.toString()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void infoAnswersEveryFileInOrderAndStopsAtNone() throws IOException {
        Path good = chest("good.dcm");
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        Path cut = folder.resolve("cut.dcm");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(good), 330));
        Path png = folder.resolve("p.png");
        RasterFiles.writePng(png, PixelBlock.ofBytes(2, 1, 1, new byte[] {10, 30}));
        Path missing = folder.resolve("missing.dcm");
        assertThat(execute("info", "--json", good, letter, cut, png, missing)).isZero();
        assertThat(lines()).hasSize(5);
        assertThat(lines())
                .extracting(line -> line.get("status").getAsString())
                .containsExactly("ok", "not-an-image", "broken", "ok", "not-an-image");
        JsonObject first = lines().get(0);
        assertThat(first.get("file").getAsString()).isEqualTo(good.toString());
        assertThat(first.get("size").getAsString()).isEqualTo("2x2x1");
        assertThat(first.get("syntax").getAsString()).isEqualTo(TestDicom.EXPLICIT);
        assertThat(first.get("pixelMean").getAsDouble()).isEqualTo(150);
        // printf of the four values as 32-bit little-endian | sha256sum
        assertThat(first.get("pixelSha256").getAsString())
                .isEqualTo("ceda3398bde8f4bb2fcf45ecb514d6a58dfb8147400a98d03e4f13b847b7e8e3");
        assertThat(lines().get(3).get("pixelMean").getAsDouble()).isEqualTo(20);
        assertThat(lines().get(1).get("reason").getAsString()).isNotBlank();
        assertThat(lines().get(2).has("pixelSha256")).isFalse();
        assertThat(out.toString()).as("no patient data").doesNotContain("Doe").doesNotContain("4711");
    }

    @Test
    void tagsAreSearchedAndHidden() throws IOException {
        Path file = chest("a.dcm");
        assertThat(execute("tags", file, "--search", "patientname")).isZero();
        assertThat(out.toString().strip()).isEqualTo("(0010,0010) PN PatientName: Doe^Jane");
        out.getBuffer().setLength(0);
        assertThat(execute("tags", file, "--hide-patient")).isZero();
        assertThat(out.toString())
                .contains("(0010,0010) PN PatientName: (hidden)")
                .doesNotContain("Doe");
        assertThat(execute("tags", folder.resolve("none.dcm"))).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void renderWritesWhatIsShown() throws IOException {
        Path file = chest("a.dcm");
        Path png = folder.resolve("a.png");
        assertThat(execute("render", file, "-o", png)).isZero();
        // c - 0.5 = 150, w - 1 = 300: y = x / 300 * 255
        assertThat(values(png)).containsExactly(0, 85, 170, 255);
        assertThat(execute("render", file, "-o", png, "--window", "100.5,101")).isZero();
        // black up to 50, white from 150 on
        assertThat(values(png)).containsExactly(0, 128, 255, 255);
        assertThat(execute("render", file, "-o", png, "--frame", "2")).isEqualTo(1);
        assertThat(execute("render", file, "-o", png, "--window", "5")).isEqualTo(1);
    }

    private static List<Integer> values(Path png) throws IOException {
        PixelBlock pixels = RasterFiles.read(png).pixels();
        return List.of(pixels.value(0, 0, 0), pixels.value(1, 0, 0), pixels.value(0, 1, 0), pixels.value(1, 1, 0));
    }

    @Test
    void deidentifyReportsWithoutSayingWhoItWas() throws IOException {
        Path file = chest("a.dcm");
        Path copy = folder.resolve("copy.dcm");
        assertThat(execute("deidentify", file, copy)).isZero();
        assertThat(out.toString())
                .contains("(0010,0010) Patient Name")
                .doesNotContain("Doe")
                .doesNotContain("4711");
        DicomHeader header = DicomFiles.header(copy);
        assertThat(header.text(Tag.PatientName)).isEmpty();
        assertThat(header.text(Tag.SOPInstanceUID))
                .isNotEqualTo(DicomFiles.header(file).text(Tag.SOPInstanceUID));
        assertThat(DicomFiles.open(copy).stored(0).value(1, 1, 0)).isEqualTo(300);
        assertThat(execute("deidentify", file, file)).isEqualTo(1);
        assertThat(DicomFiles.header(file).text(Tag.PatientName)).contains("Doe^Jane");
    }

    @Test
    void aSegmentationNeedsADicomFileAndATrainedNetwork() throws IOException {
        Path png = folder.resolve("p.png");
        RasterFiles.writePng(png, PixelBlock.ofBytes(2, 1, 1, new byte[] {10, 30}));
        Path seg = folder.resolve("seg.dcm");
        assertThat(execute("segment", png, "--model", "unet-lung", "--dicom-seg", seg))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is no DICOM file");
        assertThat(seg).doesNotExist();
        assertThat(execute("segment", png, "--model", "unet-lung")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing to write");
    }

    @Test
    void queryWantsOneArchiveAndSaysWhenItIsNotThere() {
        assertThat(execute("query")).isEqualTo(1);
        assertThat(err.toString()).contains("give either --host or --web");
        err.getBuffer().setLength(0);
        // port 1 is reserved and nothing listens there
        assertThat(execute("query", "--host", "127.0.0.1", "--port", "1", "--timeout", "2"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("127.0.0.1:1 cannot be reached").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(execute("query", "--web", "http://127.0.0.1:1/dicom-web", "--timeout", "2"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be reached").hasLineCount(1);
        assertThat(execute("query", "--host", "127.0.0.1", "--port", "1", "--retrieve", "1.2"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--to");
    }
}
