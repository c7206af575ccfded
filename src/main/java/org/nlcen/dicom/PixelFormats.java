package org.nlcen.dicom;

import java.util.Locale;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.dicom.parse.Limits;
import org.nlcen.dicom.parse.ParsedFile;
import org.nlcen.image.Explanation;
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
            throw fail(file, Reason.BROKEN, "its header gives no image size ({0} x {1}).", columns, rows);
        }
        if (samples != 1 && samples != 3) {
            throw fail(file, Reason.UNSUPPORTED, "images with {0} values per pixel are not shown.", samples);
        }
        if ((long) rows * columns * samples > Limits.FRAME_SAMPLES) {
            throw fail(file, Reason.UNSUPPORTED, "at {0} x {1} pixels it is too large to open.", columns, rows);
        }
        if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw fail(file, Reason.UNSUPPORTED, "images with {0} bits per value are not shown.", allocated);
        }
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw fail(
                    file,
                    Reason.BROKEN,
                    "its header contradicts itself: {0} bits stored up to bit {1} of {2}.",
                    stored,
                    high,
                    allocated);
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
            throw fail(file, Reason.UNSUPPORTED, "an image of {0} frames is not opened.", frames);
        }
        return frames;
    }

    private static ImageReadException fail(ParsedFile file, Reason reason, String detail, Object... parts) {
        return new ImageReadException(file.path(), reason, Explanation.of(detail, parts));
    }
}
