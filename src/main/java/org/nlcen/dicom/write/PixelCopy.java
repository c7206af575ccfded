package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.parse.PixelElement;
import org.nlcen.dicom.parse.PixelElement.Segment;

/** Writes a data set with the pixel data of another file, piece by piece and undecoded. */
final class PixelCopy {
    private static final int PIECE = 1 << 20;
    private static final int UNDEFINED_LENGTH = -1;
    private static final int PIXEL_GROUP = 0x7fe0;

    private PixelCopy() {}

    /** Compressed pixel data keep their transfer syntax, native ones become explicit little endian. */
    static void write(Path target, Attributes data, DicomHeader source) throws IOException {
        PixelElement pixels = source.pixelElement().orElse(null);
        boolean encapsulated = pixels != null && pixels.encapsulated();
        String syntax = encapsulated ? source.transferSyntax() : DicomOutput.EXPLICIT_LITTLE;
        for (int tag : data.tags()) {
            // What stands behind the pixel data is padding or a signature that no longer holds.
            if (Integer.compareUnsigned(tag >>> 16, PIXEL_GROUP) > 0) {
                data.remove(tag);
            }
        }
        DicomOutput.write(target, data, syntax, out -> {
            out.writeDataset(null, data);
            if (encapsulated) {
                copyFragments(out, pixels);
            } else if (pixels != null) {
                copyNative(out, pixels, data.getInt(Tag.BitsAllocated, 16));
            }
        });
    }

    private static void copyFragments(ImageOutputStream out, PixelElement pixels) throws IOException {
        out.writeHeader(pixels.tag(), VR.OB, UNDEFINED_LENGTH);
        for (Segment segment : pixels.segments()) {
            out.writeHeader(Tag.Item, null, (int) (segment.length() + (segment.length() & 1)));
            copy(out, pixels, segment, 1);
        }
        out.writeHeader(Tag.SequenceDelimitationItem, null, 0);
    }

    private static void copyNative(ImageOutputStream out, PixelElement pixels, int bitsAllocated) throws IOException {
        boolean bytes = bitsAllocated <= 8 && !pixels.words();
        Segment whole = pixels.segments().get(0);
        out.writeHeader(pixels.tag(), bytes ? VR.OB : VR.OW, (int) (whole.length() + (whole.length() & 1)));
        int unit = bitsAllocated <= 8 ? (pixels.words() ? 2 : 1) : bitsAllocated / 8;
        copy(out, pixels, whole, pixels.bigEndian() ? unit : 1);
    }

    /** Copies a run, turning the bytes of every {@code unit} around. */
    private static void copy(ImageOutputStream out, PixelElement pixels, Segment run, int unit) throws IOException {
        for (long at = 0; at < run.length(); at += PIECE) {
            int length = (int) Math.min(PIECE, run.length() - at);
            byte[] piece = pixels.source().read(run.offset() + at, length);
            for (int i = 0; unit > 1 && i + unit <= length; i += unit) {
                for (int j = 0; j < unit / 2; j++) {
                    byte swap = piece[i + j];
                    piece[i + j] = piece[i + unit - 1 - j];
                    piece[i + unit - 1 - j] = swap;
                }
            }
            out.write(piece, 0, length);
        }
        if ((run.length() & 1) == 1) {
            out.write(0);
        }
    }
}
