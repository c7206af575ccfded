package org.nlcen.cli;

import java.nio.file.Path;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomImage;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;

/** An image file given to a command, DICOM or raster. */
final class ImageArgument {
    private ImageArgument() {}

    /**
     * One frame.
     *
     * @param number from 1
     */
    static SourceImage read(Path file, int number) throws ImageReadException {
        if (!DicomFiles.isDicom(file)) {
            return RasterFiles.read(file, number - 1);
        }
        DicomImage image = DicomFiles.open(file);
        if (number < 1 || number > image.frames()) {
            throw new ImageReadException(
                    file,
                    ImageReadException.Reason.NOT_AN_IMAGE,
                    "there is no frame " + number + "; the file has " + image.frames() + ".");
        }
        return image.frame(number - 1);
    }
}
