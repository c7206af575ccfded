package org.nlcen.app.library;

import java.util.Optional;

import org.nlcen.dicom.DicomHeader;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.SourceImage;

/** Reads the frames of one opened file; safe to use from any one thread at a time. */
@FunctionalInterface
public interface FrameReader {

    /** @param index from 0 */
    SourceImage frame(int index) throws ImageReadException;

    /** What the file says beyond its pixels; empty where it is no DICOM file. */
    default Optional<DicomHeader> header() {
        return Optional.empty();
    }
}
