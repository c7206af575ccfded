package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.Overlay;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.SourceImage;

/**
 * The frames of a DICOM file.
 *
 * @param name what the file is called; a copy out of a ZIP file has another name on the disk
 */
record DicomFrames(DicomImage image, String name) implements FrameReader {

    static DicomFrames open(Path file, String name) throws ImageReadException {
        return new DicomFrames(DicomFiles.open(file), name);
    }

    @Override
    public SourceImage frame(int index) throws ImageReadException {
        return image.frame(index).named(name);
    }

    @Override
    public List<Overlay> overlays(int index) throws ImageReadException {
        return image.overlays(index);
    }

    @Override
    public Optional<DicomHeader> header() {
        return Optional.of(image.header());
    }
}
