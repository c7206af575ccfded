package org.nlcen.app.library;

import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.Overlay;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.SourceImage;

/** Reads the frames of one opened file; safe to use from any one thread at a time. */
@FunctionalInterface
public interface FrameReader {

    /** @param index from 0 */
    SourceImage frame(int index) throws ImageReadException;

    /** Drawings stored with a frame (DICOM overlays); damaged ones are left out. */
    default List<Overlay> overlays(int index) throws ImageReadException {
        return List.of();
    }

    /** What the file says beyond its pixels; empty where it is no DICOM file. */
    default Optional<DicomHeader> header() {
        return Optional.empty();
    }
}
