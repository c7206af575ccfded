package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.nlcen.image.PixelBlock;

/**
 * Writes Secondary Captures (PS3.3 A.8.1) of what the program made. They carry no identity of a patient, no identifier
 * of a source, and say what they are in their tags; attacked images also in their pixels.
 */
public final class SecondaryCapture {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String MARK = "MANIPULATED IMAGE - RESEARCH ONLY";
    private static final String SHORT_MARK = "MANIPULATED";
    private static final int SHORT_TEXT = 1024;

    private SecondaryCapture() {}

    /**
     * What was done to an image.
     *
     * @param attack "targeted iterative FGSM", for example
     * @param epsilon largest change of a pixel, grey levels on 0..255
     * @param target the network the attack was made against
     */
    public record Manipulation(String attack, double epsilon, ModelIdentity target) {
        String description() {
            return String.format(
                    Locale.ROOT,
                    "Pixels changed to mislead a network: %s, epsilon %s of 255, against %s %s (weights SHA-256 %s)."
                            + " Research and teaching only, not for diagnosis.",
                    attack,
                    epsilon == Math.rint(epsilon) ? String.valueOf((long) epsilon) : String.valueOf(epsilon),
                    target.name(),
                    target.version(),
                    target.sha256());
        }
    }

    /**
     * Writes an attacked image with a marked strip below it.
     *
     * @param image samples within 0..255, grey or red, green, blue
     * @throws IOException if the file cannot be written; an old file then stays as it was
     */
    public static void writeAttacked(Path target, PixelBlock image, Manipulation manipulation) throws IOException {
        String mark = image.width() >= 6 * MARK.length() + 4 ? MARK : SHORT_MARK;
        byte[] marked = ManipulationMark.below(bytes(image), image.width(), image.samples(), mark);
        int rows = image.height() + ManipulationMark.height(image.width(), mark);
        Attributes data = common(image, rows, marked);
        data.setString(Tag.SeriesDescription, VR.LO, "Manipulated image, research only");
        data.setString(Tag.ImageComments, VR.LT, MARK);
        data.setString(Tag.PatientName, VR.PN, "MANIPULATED^IMAGE");
        String description = manipulation.description();
        data.setString(
                Tag.DerivationDescription, VR.ST, description.substring(0, Math.min(SHORT_TEXT, description.length())));
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    /**
     * Writes a picture of panes as they are on screen.
     *
     * @param image samples within 0..255
     * @param description what it shows, at most 1024 characters
     * @param showsPatient whether a patient's name can be read in the pixels
     */
    public static void writeScreen(Path target, PixelBlock image, String description, boolean showsPatient)
            throws IOException {
        Attributes data = common(image, image.height(), bytes(image));
        data.setString(Tag.SeriesDescription, VR.LO, "Screen, research only");
        data.setString(Tag.BurnedInAnnotation, VR.CS, showsPatient ? "YES" : "NO");
        data.setString(
                Tag.DerivationDescription, VR.ST, description.substring(0, Math.min(SHORT_TEXT, description.length())));
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    private static Attributes common(PixelBlock image, int rows, byte[] pixels) {
        LocalDateTime now = LocalDateTime.now();
        Attributes data = new Attributes();
        data.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        DicomOutput.sign(data, now);
        data.setString(Tag.SOPClassUID, VR.UI, STORAGE);
        for (int uid : new int[] {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            data.setString(uid, VR.UI, Uids.next());
        }
        DicomOutput.copy(new Attributes(), data, new int[0], new int[] {
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.ReferringPhysicianName,
            Tag.AccessionNumber,
            Tag.PatientOrientation,
            Tag.Laterality
        });
        data.setString(Tag.StudyDate, VR.DA, now.format(DateTimeFormatter.ofPattern("yyyyMMdd")));
        data.setString(Tag.StudyTime, VR.TM, now.format(DateTimeFormatter.ofPattern("HHmmss")));
        data.setString(Tag.PatientID, VR.LO, "NLCEN-RESEARCH");
        data.setString(Tag.StudyID, VR.SH, "1");
        data.setString(Tag.Modality, VR.CS, "OT");
        data.setString(Tag.ConversionType, VR.CS, "WSD");
        data.setInt(Tag.SeriesNumber, VR.IS, 1);
        data.setInt(Tag.InstanceNumber, VR.IS, 1);
        data.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
        data.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        data.setInt(Tag.SamplesPerPixel, VR.US, image.samples());
        data.setString(Tag.PhotometricInterpretation, VR.CS, image.samples() == 3 ? "RGB" : "MONOCHROME2");
        if (image.samples() == 3) {
            data.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        data.setInt(Tag.Rows, VR.US, rows);
        data.setInt(Tag.Columns, VR.US, image.width());
        data.setInt(Tag.BitsAllocated, VR.US, 8);
        data.setInt(Tag.BitsStored, VR.US, 8);
        data.setInt(Tag.HighBit, VR.US, 7);
        data.setInt(Tag.PixelRepresentation, VR.US, 0);
        data.setBytes(Tag.PixelData, VR.OB, Arrays.copyOf(pixels, pixels.length + pixels.length % 2));
        return data;
    }

    private static byte[] bytes(PixelBlock image) {
        if (image.minimum() < 0 || image.maximum() > 255) {
            throw new IllegalArgumentException("samples must lie within 0..255");
        }
        int[] row = new int[image.width() * image.samples()];
        byte[] bytes = new byte[row.length * image.height()];
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, row);
            for (int i = 0; i < row.length; i++) {
                bytes[y * row.length + i] = (byte) row[i];
            }
        }
        return bytes;
    }
}
