package org.nlcen.dicom.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.ImageReadException.Reason;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;

import static org.assertj.core.api.Assertions.assertThat;

class StudyScannerTest {
    @TempDir
    private Path folder;

    private Path image(String name, String study, String series, int number) throws IOException {
        Attributes data = TestDicom.bytes(2, 4, 1, "MONOCHROME2", 0, 0, 255, 255, 0, 0, 255, 255);
        data.setString(Tag.StudyInstanceUID, VR.UI, study);
        data.setString(Tag.SeriesInstanceUID, VR.UI, series);
        data.setInt(Tag.InstanceNumber, VR.IS, number);
        data.setString(Tag.SOPInstanceUID, VR.UI, series + "." + number);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return TestDicom.write(file, data);
    }

    private static ScanResult scan(Path... inputs) {
        return StudyScanner.scan(List.of(inputs), (done, total) -> {}, () -> false);
    }

    @Test
    void sortsAFolderAndSaysWhyItSkips() throws IOException {
        image("a/2.dcm", "1.1", "1.1.1", 2);
        image("b/1.dcm", "1.1", "1.1.1", 1);
        image("b/3.dcm", "1.1", "1.1.2", 1);
        image("c/4.dcm", "1.2", "1.2.1", 1);
        RasterFiles.writePng(folder.resolve("p.png"), PixelBlock.ofBytes(1, 1, 1, new byte[1]));
        Files.writeString(folder.resolve("letter.txt"), "no image");
        Path cut = image("cut.dcm", "1.3", "1.3.1", 1);
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 400));
        try (ScanResult result = scan(folder)) {
            assertThat(result.summary()).isEqualTo("5 opened, 2 skipped");
            assertThat(result.studies()).extracting(Study::uid).containsExactly("1.1", "1.2", "");
            Series first = result.studies().get(0).series().get(0);
            assertThat(first.instances()).extracting(Instance::name).containsExactly("1.dcm", "2.dcm");
            assertThat(result.skipped())
                    .extracting(Skipped::reason)
                    .containsExactlyInAnyOrder(Reason.BROKEN, Reason.NOT_AN_IMAGE);
            assertThat(result.skipped()).allSatisfy(skipped -> assertThat(skipped.sentence())
                    .startsWith(skipped.file().getFileName() + ": ")
                    .endsWith("."));
        }
    }

    @Test
    void masksComeWithTheirImagesAndNotAsImages() throws IOException {
        for (String name : List.of("a.png", "masks/a.png", "b.png", "b_mask.png", "masks/c.png", "images/d.png")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            RasterFiles.writePng(file, PixelBlock.ofBytes(1, 1, 1, new byte[1]));
        }
        RasterFiles.writePng(folder.resolve("masks/d_segmentation.png"), PixelBlock.ofBytes(1, 1, 1, new byte[1]));
        try (ScanResult result = scan(folder)) {
            assertThat(result.skipped())
                    .extracting(skipped -> folder.relativize(skipped.file()).toString())
                    .containsExactly("b_mask.png", "masks/a.png", "masks/d_segmentation.png");
            assertThat(result.skipped().get(0).sentence())
                    .isEqualTo("b_mask.png: it is the mask of another image here.");
            // a mask without its image is worth being looked at
            assertThat(result.summary()).isEqualTo("4 opened, 3 skipped");
        }
        try (ScanResult result = scan(folder.resolve("masks"))) {
            assertThat(result.summary()).isEqualTo("3 opened, 0 skipped");
        }
    }

    @Test
    void readsWhatADirectoryListsAndNothingElse() throws IOException {
        image("DISC/IMAGES/IM1", "1.1", "1.1.1", 1);
        image("DISC/other.dcm", "1.1", "1.1.1", 2);
        image("secret.dcm", "1.9", "1.9.1", 1);
        Attributes directory = new Attributes();
        directory.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.1.3.10");
        directory.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        for (String[] id : new String[][] {{"IMAGES", "IM1"}, {"images", "im1"}, {"..", "secret.dcm"}, {"GONE"}}) {
            Attributes item = new Attributes();
            item.setString(Tag.DirectoryRecordType, VR.CS, "IMAGE");
            item.setString(Tag.ReferencedFileID, VR.CS, id);
            directory.ensureSequence(Tag.DirectoryRecordSequence, 4).add(item);
        }
        Path file = TestDicom.write(folder.resolve("DISC/DICOMDIR"), directory);
        try (ScanResult result = scan(file)) {
            assertThat(result.summary()).isEqualTo("1 opened, 1 skipped");
            assertThat(result.skipped().get(0).sentence()).startsWith("GONE: there is no such file");
        }
    }

    @Test
    void unpacksAZipAndTidiesUp() throws IOException {
        Path original = image("1.dcm", "1.1", "1.1.1", 1);
        Path zip = folder.resolve("disc.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("../../evil.dcm", "x/ok.dcm", "readme.txt")) {
                out.putNextEntry(new ZipEntry(name));
                if (name.endsWith(".dcm")) {
                    Files.copy(original, out);
                }
                out.closeEntry();
            }
        }
        Path unpacked;
        try (ScanResult result = scan(zip)) {
            assertThat(result.summary()).isEqualTo("2 opened, 1 skipped");
            assertThat(result.skipped().get(0).sentence()).startsWith("readme.txt: ");
            List<Instance> instances = result.studies().get(0).series().get(0).instances();
            assertThat(instances).extracting(Instance::name).containsExactly("evil.dcm", "ok.dcm");
            unpacked = instances.get(0).file();
            assertThat(unpacked).exists();
        }
        assertThat(unpacked.getParent()).doesNotExist();
        assertThat(folder.resolve("../evil.dcm").normalize()).doesNotExist();
    }

    @Test
    void masksInAZipLieBesideTheirImages() throws IOException {
        Path zip = folder.resolve("pairs.zip");
        String[] names = {
            "set/masks/a.png",
            "set/images/a.png",
            "b_mask.png",
            "b.png",
            "masks\\c.png",
            "c.png",
            "masks/d.png",
            "x/._b.png"
        };
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < names.length; i++) {
                Path picture = folder.resolve("picture.png");
                RasterFiles.writePng(picture, PixelBlock.ofBytes(1, 1, 1, new byte[] {(byte) i}));
                out.putNextEntry(new ZipEntry(names[i]));
                Files.copy(picture, out);
                out.closeEntry();
            }
        }
        try (ScanResult result = scan(zip)) {
            assertThat(result.skipped())
                    .extracting(Skipped::sentence)
                    .containsExactly(
                            "a.png: it is the mask of another image here.",
                            "b_mask.png: it is the mask of another image here.",
                            "c.png: it is the mask of another image here.");
            List<Instance> images = result.studies().get(0).series().get(0).instances();
            // a mask without its image is worth being looked at
            assertThat(images).extracting(Instance::name).containsExactly("a.png", "b.png", "c.png", "d.png");
            // entries 0, 2 and 4 are the masks of entries 1, 3 and 5
            for (int i = 0; i < 3; i++) {
                Path mask = Unpacked.maskOf(images.get(i).file());
                assertThat(RasterFiles.read(mask).pixels().value(0, 0, 0)).isEqualTo(2 * i);
            }
            assertThat(Unpacked.maskOf(images.get(3).file())).doesNotExist();
        }
    }

    @Test
    void stopsWhenAskedTo() throws IOException {
        for (int i = 0; i < 5; i++) {
            image(i + ".dcm", "1.1", "1.1.1", i);
        }
        List<Integer> seen = new ArrayList<>();
        ScanResult result = StudyScanner.scan(List.of(folder), (done, total) -> seen.add(done), () -> seen.size() == 2);
        assertThat(result.cancelled()).isTrue();
        assertThat(result.opened()).isEqualTo(2);
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void thumbnailsAreAverages() throws IOException {
        Path file = image("1.dcm", "1.1", "1.1.1", 1);
        Thumbnail thumbnail = Thumbnail.of(new Instance(file, "1.dcm", 1, 1, true), 2);
        assertThat(thumbnail.width()).isEqualTo(2);
        assertThat(thumbnail.height()).isEqualTo(1);
        assertThat(thumbnail.argb()).containsExactly(0xff000000, 0xffffffff);
    }
}
