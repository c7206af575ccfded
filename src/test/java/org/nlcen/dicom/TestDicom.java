package org.nlcen.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** Makes small DICOM files with made-up contents. */
public final class TestDicom {
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";
    public static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final String CR_STORAGE = "1.2.840.10008.5.1.4.1.1.1";

    private TestDicom() {}

    /** A grey image of 16-bit cells, 12 bits stored; rows x columns must fit the values. */
    public static Attributes grey(int rows, int columns, int... cells) {
        Attributes data = header(rows, columns, 1, "MONOCHROME2", 16, 12);
        byte[] bytes = new byte[2 * cells.length];
        for (int i = 0; i < cells.length; i++) {
            bytes[2 * i] = (byte) cells[i];
            bytes[2 * i + 1] = (byte) (cells[i] >> 8);
        }
        data.setBytes(Tag.PixelData, VR.OW, bytes);
        return data;
    }

    /** An image of bytes. */
    public static Attributes bytes(int rows, int columns, int samples, String photometric, int... values) {
        Attributes data = header(rows, columns, samples, photometric, 8, 8);
        byte[] bytes = new byte[values.length + values.length % 2];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        data.setBytes(Tag.PixelData, VR.OB, bytes);
        return data;
    }

    /** Makes an image that of a made-up woman, in a study of 22 November 2026. */
    public static void name(Attributes data) {
        data.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        data.setString(Tag.PatientName, VR.PN, "Müstermann^Erika");
        data.setString(Tag.PatientID, VR.LO, "4711");
        data.setString(Tag.PatientBirthDate, VR.DA, "19640812");
        data.setString(Tag.PatientSex, VR.CS, "F");
        data.setString(Tag.StudyDate, VR.DA, "20261122");
        data.setString(Tag.StudyTime, VR.TM, "101112");
        data.setString(Tag.StudyID, VR.SH, "S1");
    }

    private static Attributes header(
            int rows, int columns, int samples, String photometric, int allocated, int stored) {
        Attributes data = new Attributes();
        data.setString(Tag.SOPClassUID, VR.UI, CR_STORAGE);
        data.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3.4.1");
        data.setString(Tag.StudyInstanceUID, VR.UI, "1.2.3.4.2");
        data.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.3");
        data.setString(Tag.Modality, VR.CS, "CR");
        data.setInt(Tag.SamplesPerPixel, VR.US, samples);
        data.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        data.setInt(Tag.Rows, VR.US, rows);
        data.setInt(Tag.Columns, VR.US, columns);
        data.setInt(Tag.BitsAllocated, VR.US, allocated);
        data.setInt(Tag.BitsStored, VR.US, stored);
        data.setInt(Tag.HighBit, VR.US, stored - 1);
        data.setInt(Tag.PixelRepresentation, VR.US, 0);
        if (samples == 3) {
            data.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        return data;
    }

    public static Path write(Path file, Attributes data) throws IOException {
        return write(file, data, EXPLICIT);
    }

    public static Path write(Path file, Attributes data, String syntax) throws IOException {
        Attributes meta = data.createFileMetaInformation(syntax);
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageOutputStream dicom = new ImageOutputStream(out, EXPLICIT);
            dicom.writeDataset(meta, data);
            dicom.finish();
        }
        return file;
    }
}
