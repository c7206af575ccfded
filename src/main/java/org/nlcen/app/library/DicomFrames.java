package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.Optional;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.SourceImage;

/** The frames of a DICOM file. */
record DicomFrames(DicomImage image) implements FrameReader {

    static DicomFrames open(Path file) throws ImageReadException {
        return new DicomFrames(DicomFiles.open(file));
    }

    @Override
    public SourceImage frame(int index) throws ImageReadException {
        return image.frame(index);
    }

    @Override
    public Optional<DicomHeader> header() {
        return Optional.of(image.header());
    }
}
