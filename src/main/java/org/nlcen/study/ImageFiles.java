package org.nlcen.study;

import java.nio.file.Files;
import java.nio.file.Path;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.codec.ImageIoProviders;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;

/** Opens a picture file of any kind the program reads, told by its content. */
public final class ImageFiles {
    static {
        ImageIoProviders.tidy();
    }

    private ImageFiles() {}

    /**
     * The first frame of a DICOM or raster file.
     *
     * @throws ImageReadException with a sentence for the user
     */
    public static SourceImage read(Path file) throws ImageReadException {
        if (!Files.isRegularFile(file)) {
            throw new ImageReadException(file, Reason.NOT_AN_IMAGE, "there is no such file");
        }
        return DicomFiles.isDicom(file) ? DicomFiles.open(file).frame(0) : RasterFiles.read(file);
    }
}
