package org.nlcen.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TagTreeTest {
    @TempDir
    private Path folder;

    private List<TagEntry> tags(Attributes data) throws IOException {
        return DicomFiles.header(TestDicom.write(folder.resolve("image.dcm"), data))
                .tags();
    }

    private static Attributes named(String name) {
        Attributes data = TestDicom.grey(1, 2, 0, 1);
        data.setString(Tag.PatientName, VR.PN, name);
        return data;
    }

    private static TagEntry only(List<TagEntry> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @Test
    void findsByNumberKeywordNameAndValue() throws IOException {
        List<TagEntry> tags = tags(named("Doe^Jane"));
        for (String text : List.of("0010,0010", "00100010", "(0010,0010)", "patientname", "patient name", "doe^j")) {
            assertThat(only(TagEntry.search(tags, text)).keyword()).as(text).isEqualTo("PatientName");
        }
        assertThat(TagEntry.search(tags, "no such thing")).isEmpty();
        assertThat(TagEntry.search(tags, " ")).isEqualTo(tags);
    }

    @Test
    void findsWithinSequencesAndKeepsTheWayThere() throws IOException {
        Attributes data = named("Doe^Jane");
        Attributes item = new Attributes();
        item.setString(Tag.CodeMeaning, VR.LO, "Chest");
        data.newSequence(Tag.AnatomicRegionSequence, 1).add(item);
        TagEntry sequence = only(TagEntry.search(tags(data), "chest"));
        assertThat(sequence.value()).isEqualTo("1 item");
        assertThat(sequence.children().get(0).children().get(0).value()).isEqualTo("Chest");
    }

    @Test
    void privateElementsNameTheirCreatorAndAreHidden() throws IOException {
        Attributes data = named("Doe^Jane");
        data.setString("ACME 1.1", 0x00290010, VR.LO, "secret");
        TagEntry entry = only(TagEntry.search(tags(data), "secret"));
        assertThat(entry.keyword()).isEqualTo("ACME 1.1");
        assertThat(entry.name()).isEqualTo("Private");
        assertThat(entry.withoutPatient().value()).isEqualTo(TagEntry.HIDDEN);
    }

    @Test
    void privacyHidesThePatientAndLeavesThePicture() throws IOException {
        Attributes data = named("Doe^Jane");
        data.setString(Tag.PatientID, VR.LO, "4711");
        data.setString(Tag.ReferringPhysicianName, VR.PN, "House^Gregory");
        data.setString(Tag.StudyDate, VR.DA, "20261122");
        List<TagEntry> hidden =
                tags(data).stream().map(TagEntry::withoutPatient).toList();
        assertThat(hidden.toString())
                .doesNotContain("Doe", "4711", "House", "20261122", "1.2.3.4.1")
                .contains("MONOCHROME2", "Patient Name");
    }

    /** Names as they stand in files, with what they must read as (PS3.5 annexes H to K). */
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 42 75 63 5E 4A E9 72 F4 6D 65, Buc^Jérôme",
        "ISO_IR 144, BB EE DA, Люк",
        "ISO_IR 138, F9 F8 E5 EF 5E E3 E1 E5 F8 E4, שרון^דבורה",
        "ISO_IR 126, C4 E9 EF ED F5 F3 E9 EF F2, Διονυσιος",
        "ISO_IR 192, 57 61 6E 67 5E E5 B0 8F E6 9D B1, Wang^小東",
        "GB18030, 57 61 6E 67 5E D0 A1 B6 AB, Wang^小东",
        "\\ISO 2022 IR 87, 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42, 山田^太郎",
        "\\ISO 2022 IR 149, 1B 24 29 43 B1 E8 5E 1B 24 29 43 C8 F1 C1 DF, 김^희중"
    })
    void characterSets(String set, String bytes, String expected) throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1);
        data.setString(Tag.SpecificCharacterSet, VR.CS, set.split("\\\\", -1));
        data.setBytes(Tag.PatientName, VR.PN, HexFormat.ofDelimiter(" ").parseHex(bytes));
        String value = only(TagEntry.search(tags(data), "PatientName")).value();
        assertThat(value).isEqualTo(expected);
    }
}
