package org.nlcen.study;

import java.nio.file.Files;
import java.nio.file.Path;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.codec.ImageIoProviders;
import org.nlcen.image.Explanation;
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

    /** The first frame of a DICOM or raster file, on the terms of {@link #read(Path, int)}. */
    public static SourceImage read(Path file) throws ImageReadException {
        return read(file, 1);
    }

    /**
     * One frame of a DICOM or raster file.
     *
     * @param number from 1
     * @throws ImageReadException with a sentence for the user
     */
    public static SourceImage read(Path file, int number) throws ImageReadException {
        if (!Files.isRegularFile(file)) {
            throw new ImageReadException(file, Reason.NOT_AN_IMAGE, "there is no such file");
        }
        if (!DicomFiles.isDicom(file)) {
            return RasterFiles.read(file, number - 1);
        }
        DicomImage image = DicomFiles.open(file);
        if (number < 1 || number > image.frames()) {
            throw new ImageReadException(
                    file,
                    Reason.NOT_AN_IMAGE,
                    Explanation.of("there is no frame {0}; the file has {1}.", number, image.frames()));
        }
        return image.frame(number - 1);
    }
}
