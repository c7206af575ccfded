package org.nlcen.dicom;

import java.nio.file.Path;

import org.nlcen.dicom.parse.DicomParser;
import org.nlcen.dicom.parse.ParsedFile;
import org.nlcen.image.ImageReadException;

/** Opens DICOM files. Safe to use from any thread; nothing stays open. */
public final class DicomFiles {
    private DicomFiles() {}

    /** Whether the file's first bytes are those of a DICOM file, with or without the "DICM" mark. */
    public static boolean isDicom(Path file) {
        return DicomParser.looksLikeDicom(file);
    }

    /**
     * Opens an image; its header is read now, its frames when asked for.
     *
     * @throws ImageReadException with the reason: damaged, no image, or a kind of image that is not shown
     */
    public static DicomImage open(Path file) throws ImageReadException {
        return Boundary.guard(file, () -> {
            ParsedFile parsed = DicomParser.parse(file);
            return DicomImage.of(parsed);
        });
    }

    /** Reads the header of any DICOM file, image or not. */
    public static DicomHeader header(Path file) throws ImageReadException {
        return Boundary.guard(file, () -> new DicomHeader(DicomParser.parse(file)));
    }
}
