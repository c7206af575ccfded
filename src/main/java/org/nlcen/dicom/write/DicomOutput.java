package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.nlcen.image.AtomicFile;

/** Writes data sets as DICOM files: an empty preamble, this program's name, wholly or not at all. */
final class DicomOutput {
    static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
    static final String MANUFACTURER = "NLCEN Viewer";
    private static final String VERSION_NAME = "NLCEN_VIEWER";
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private DicomOutput() {}

    /** Writes {@code data}, which names its own SOP class and instance. */
    static void write(Path target, Attributes data, String transferSyntax) throws IOException {
        write(target, data, transferSyntax, out -> out.writeDataset(null, data));
    }

    /** What writes the data set behind file meta information. */
    interface Body {
        void writeTo(ImageOutputStream out) throws IOException;
    }

    static void write(Path target, Attributes data, String transferSyntax, Body body) throws IOException {
        Attributes meta = new Attributes();
        meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, data.getString(Tag.SOPClassUID));
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, data.getString(Tag.SOPInstanceUID));
        meta.setString(Tag.TransferSyntaxUID, VR.UI, transferSyntax);
        meta.setString(Tag.ImplementationClassUID, VR.UI, Uids.IMPLEMENTATION);
        meta.setString(Tag.ImplementationVersionName, VR.SH, VERSION_NAME);
        AtomicFile.write(target, file -> {
            ImageOutputStream out = new ImageOutputStream(file, EXPLICIT_LITTLE);
            out.writeFileMetaInformation(meta);
            body.writeTo(out);
            out.finish();
            out.flush();
        });
    }

    /** Sets this program as maker, and now as the time of content, instance and series. */
    static void sign(Attributes data, LocalDateTime now) {
        data.setString(Tag.Manufacturer, VR.LO, MANUFACTURER);
        data.setString(Tag.ManufacturerModelName, VR.LO, MANUFACTURER);
        data.setString(Tag.DeviceSerialNumber, VR.LO, "0");
        data.setString(Tag.SoftwareVersions, VR.LO, softwareVersion());
        for (int tag : new int[] {Tag.ContentDate, Tag.InstanceCreationDate, Tag.SeriesDate}) {
            data.setString(tag, VR.DA, now.format(DATE));
        }
        for (int tag : new int[] {Tag.ContentTime, Tag.InstanceCreationTime, Tag.SeriesTime}) {
            data.setString(tag, VR.TM, now.format(TIME));
        }
    }

    /**
     * Makes the data set the first instance of a new series.
     *
     * @param label of the content, as a code string
     */
    static void beginSeries(
            Attributes data,
            String storage,
            String modality,
            int number,
            String description,
            String label,
            String content) {
        data.setString(Tag.SOPClassUID, VR.UI, storage);
        data.setString(Tag.SOPInstanceUID, VR.UI, Uids.next());
        data.setString(Tag.SeriesInstanceUID, VR.UI, Uids.next());
        data.setString(Tag.Modality, VR.CS, modality);
        data.setInt(Tag.SeriesNumber, VR.IS, number);
        data.setInt(Tag.InstanceNumber, VR.IS, 1);
        data.setString(Tag.SeriesDescription, VR.LO, description);
        data.setString(Tag.ContentLabel, VR.CS, label);
        data.setString(Tag.ContentDescription, VR.LO, content);
        data.setNull(Tag.ContentCreatorName, VR.PN);
    }

    static String softwareVersion() {
        String version = DicomOutput.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Copies attributes that are there, and sets empty those of {@code type2} that are not. */
    static void copy(Attributes from, Attributes to, int[] optional, int[] type2) {
        for (int tag : optional) {
            if (from.contains(tag)) {
                to.addSelected(from, tag);
            }
        }
        for (int tag : type2) {
            if (from.contains(tag)) {
                to.addSelected(from, tag);
            } else {
                to.setNull(tag, ElementDictionary.vrOf(tag, null));
            }
        }
    }
}
