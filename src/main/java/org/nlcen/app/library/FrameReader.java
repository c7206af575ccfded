package org.nlcen.app.library;

import org.nlcen.image.ImageReadException;
import org.nlcen.image.SourceImage;

/** Reads the frames of one opened file; safe to use from any one thread at a time. */
@FunctionalInterface
public interface FrameReader {

    /** @param index from 0 */
    SourceImage frame(int index) throws ImageReadException;
}
