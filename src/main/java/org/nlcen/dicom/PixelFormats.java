package org.nlcen.dicom;

import java.util.Locale;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.dicom.parse.Limits;
import org.nlcen.dicom.parse.ParsedFile;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;

/** Reads and checks the Image Pixel module before anything is allocated for it. */
final class PixelFormats {
    private PixelFormats() {}

    static PixelFormat of(ParsedFile file) throws ImageReadException {
        Attributes data = file.data();
        int rows = data.getInt(Tag.Rows, 0);
        int columns = data.getInt(Tag.Columns, 0);
        int samples = data.getInt(Tag.SamplesPerPixel, 1);
        int allocated = data.getInt(Tag.BitsAllocated, 0);
        int stored = data.getInt(Tag.BitsStored, allocated);
        int high = data.getInt(Tag.HighBit, stored - 1);
        if (rows < 1 || columns < 1) {
            throw fail(file, Reason.BROKEN, "its header gives no image size (" + columns + " x " + rows + ").");
        }
        if (samples != 1 && samples != 3) {
            throw fail(file, Reason.UNSUPPORTED, "images with " + samples + " values per pixel are not shown.");
        }
        if ((long) rows * columns * samples > Limits.FRAME_SAMPLES) {
            throw fail(file, Reason.UNSUPPORTED, "at " + columns + " x " + rows + " pixels it is too large to open.");
        }
        if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw fail(file, Reason.UNSUPPORTED, "images with " + allocated + " bits per value are not shown.");
        }
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw fail(
                    file,
                    Reason.BROKEN,
                    "its header contradicts itself: " + stored + " bits stored up to bit " + high + " of " + allocated
                            + ".");
        }
        String photometric = data.getString(Tag.PhotometricInterpretation, samples == 3 ? "RGB" : "MONOCHROME2")
                .trim()
                .toUpperCase(Locale.ROOT);
        return new PixelFormat(
                rows,
                columns,
                samples,
                photometric,
                allocated,
                stored,
                high,
                data.getInt(Tag.PixelRepresentation, 0) == 1,
                data.getInt(Tag.PlanarConfiguration, 0) == 1);
    }

    /** Number of frames, at least 1. */
    static int frames(ParsedFile file) throws ImageReadException {
        int frames = Math.max(1, file.data().getInt(Tag.NumberOfFrames, 1));
        if (frames > Limits.FRAMES) {
            throw fail(file, Reason.UNSUPPORTED, "an image of " + frames + " frames is not opened.");
        }
        return frames;
    }

    private static ImageReadException fail(ParsedFile file, Reason reason, String detail) {
        return new ImageReadException(file.path(), reason, detail);
    }
}
