package org.nlcen.dicom;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.TransferSyntax;
import org.nlcen.dicom.parse.DicomParser;
import org.nlcen.dicom.parse.ParsedFile;
import org.nlcen.dicom.parse.PixelElement;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;

/** What a DICOM file says beyond its pixels. Holds patient data: show it under the privacy switch only. */
public final class DicomHeader {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Set<String> TEXT_MODALITIES = Set.of("US", "SC", "OT", "XA", "ES");

    private final ParsedFile file;

    DicomHeader(ParsedFile file) {
        this.file = file;
    }

    public Path path() {
        return file.path();
    }

    /** Identifier of the transfer syntax. */
    public String transferSyntax() {
        return file.transferSyntax();
    }

    /** Name of the transfer syntax, its identifier where the name is not known. */
    public String transferSyntaxName() {
        return TransferSyntax.of(transferSyntax()).map(TransferSyntax::title).orElse(transferSyntax());
    }

    /** What kind of object this is ("CT Image Storage"), its identifier where the name is not known, may be empty. */
    public String kind() {
        String uid = file.data().getString(Tag.SOPClassUID, file.meta().getString(Tag.MediaStorageSOPClassUID, ""));
        String name = uid.isEmpty() ? "" : UID.nameOf(uid);
        return name == null || name.equals("?") ? uid : name;
    }

    /** What the corners of the shown image say. */
    public DisplayText displayText() {
        return new DisplayText(
                text(Tag.PatientName).map(DicomText::personName),
                text(Tag.PatientID),
                text(Tag.PatientBirthDate).map(DicomText::date),
                text(Tag.PatientSex),
                text(Tag.InstitutionName),
                text(Tag.StudyDescription),
                text(Tag.SeriesDescription),
                text(Tag.StudyDate).map(DicomText::date),
                text(Tag.StudyTime).map(DicomText::time),
                text(Tag.Modality),
                text(Tag.InstanceNumber),
                text(Tag.ImageLaterality).or(() -> text(Tag.Laterality)),
                text(Tag.ViewPosition),
                Optional.ofNullable(file.data().getStrings(Tag.PatientOrientation))
                        .map(v -> String.join("\\", v)),
                text(Tag.BodyPartExamined));
    }

    /** How it was taken, "120 kV, 2.5 mAs", as far as the file says; no patient data. */
    public Optional<String> exposure() {
        String parts = Stream.of(
                        decimal(Tag.KVP).map(value -> value + " kV"),
                        decimal(Tag.Exposure).map(value -> value + " mAs"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(parts).filter(text -> !text.isEmpty());
    }

    /** A positive decimal string without zeros at its end. */
    private Optional<String> decimal(int tag) {
        return text(tag)
                .filter(value -> DECIMAL.matcher(value).matches())
                .map(BigDecimal::new)
                .filter(value -> value.signum() > 0)
                .map(value -> value.stripTrailingZeros().toPlainString());
    }

    /** Study Instance UID. */
    public Optional<String> studyUid() {
        return text(Tag.StudyInstanceUID);
    }

    /** A text attribute in the file's own character set, empty where it is missing. */
    public Optional<String> text(int tag) {
        return Optional.ofNullable(file.data().getString(tag)).map(String::trim).filter(s -> !s.isEmpty());
    }

    /** A whole number, 0 where it is missing or none. */
    public int number(int tag) {
        return text(tag)
                .filter(value -> value.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** All elements, file meta information first, for a tag browser. */
    public List<TagEntry> tags() throws ImageReadException {
        return Boundary.guard(file.path(), () -> TagTree.of(file));
    }

    /** What was odd about the file, plain sentences. */
    public List<Explanation> remarks() {
        return file.remarks();
    }

    /** Whether the file can also be run as a program by its first bytes (CVE-2019-11687). */
    public boolean beginsLikeProgram() {
        return remarks().stream().anyMatch(remark -> remark.text().equals(DicomParser.PROGRAM_REMARK));
    }

    /** Whether a picture shows text, which neither hiding names nor removing tags takes away. */
    public enum BurnedInText {
        NO,
        YES,
        /** The file is silent, and pictures of its kind often do. */
        LIKELY,
        /** The file is silent. */
        UNKNOWN
    }

    /** What the file says, or its kind suggests, about text in the picture. */
    public BurnedInText burnedInText() {
        return switch (text(Tag.BurnedInAnnotation).orElse("")) {
            case "YES" -> BurnedInText.YES;
            case "NO" -> BurnedInText.NO;
            default ->
                TEXT_MODALITIES.contains(text(Tag.Modality).orElse("")) ? BurnedInText.LIKELY : BurnedInText.UNKNOWN;
        };
    }

    /** For the sub-packages that write objects derived from this one; never written to. */
    public Attributes dataSet() {
        return file.data();
    }

    /** Elements of a data set, as {@link #tags()}. */
    public static List<TagEntry> tagsOf(Attributes data) {
        return TagTree.elements(data);
    }

    /** Where the pixel data lie. */
    public Optional<PixelElement> pixelElement() {
        return file.pixels();
    }

    /**
     * Opens it as an image.
     *
     * @throws ImageReadException as {@link DicomFiles#open}
     */
    public DicomImage image() throws ImageReadException {
        return Boundary.guard(file.path(), () -> DicomImage.of(file));
    }

    ParsedFile file() {
        return file;
    }
}
