package org.nlcen.dicom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.nlcen.dicom.codec.FrameDecoder;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.dicom.codec.TransferSyntax;
import org.nlcen.dicom.parse.Limits;
import org.nlcen.dicom.parse.ParsedFile;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

/** An opened DICOM image: the header in memory, the frames in the file until asked for. Immutable. */
public final class DicomImage {
    private final ParsedFile file;
    private final PixelFormat format;
    private final int frames;
    private final FrameDecoder decoder;

    private DicomImage(ParsedFile file, PixelFormat format, int frames, FrameDecoder decoder) {
        this.file = file;
        this.format = format;
        this.frames = frames;
        this.decoder = decoder;
    }

    static DicomImage of(ParsedFile file) throws ImageReadException {
        if (file.pixels().isEmpty()) {
            throw withoutPixels(file);
        }
        if (file.pixels().get().tag() != Tag.PixelData) {
            throw new ImageReadException(
                    file.path(), Reason.UNSUPPORTED, "images of floating point values are not shown.");
        }
        PixelFormat format = PixelFormats.of(file);
        int frames = PixelFormats.frames(file);
        TransferSyntax syntax = TransferSyntax.of(file.transferSyntax())
                .orElseThrow(() -> new ImageReadException(
                        file.path(),
                        Reason.UNSUPPORTED,
                        Explanation.of("its transfer syntax {0} is not known.", file.transferSyntax())));
        return new DicomImage(
                file, format, frames, new FrameDecoder(file.pixels().get(), format, syntax, frames));
    }

    private static ImageReadException withoutPixels(ParsedFile file) {
        String kind = new DicomHeader(file).kind();
        boolean maybeImage =
                kind.isEmpty() || kind.contains("Image") || file.data().containsValue(Tag.Rows);
        if (!file.complete() && maybeImage) {
            Explanation early = Explanation.of("it ends before its picture begins.");
            int remarks = file.remarks().size();
            Explanation why = remarks == 0
                    ? early
                    : Explanation.of("{0} {1}", early, file.remarks().get(remarks - 1));
            return new ImageReadException(file.path(), Reason.BROKEN, why);
        }
        Explanation empty = kind.isEmpty()
                ? Explanation.of("this DICOM file holds no picture.")
                : Explanation.of("this DICOM file ({0}) holds no picture.", kind);
        return new ImageReadException(file.path(), Reason.NOT_AN_IMAGE, empty);
    }

    /** Number of frames, at least 1. */
    public int frames() {
        return frames;
    }

    /** What the file says beyond its pixels. */
    public DicomHeader header() {
        return new DicomHeader(file);
    }

    /** What the header says about the pixels. */
    public PixelFormat format() {
        return format;
    }

    /**
     * The values of a frame as they are stored: palette indices, YBR as YBR; lossy colour as red, green, blue.
     *
     * @param index from 0
     */
    public PixelBlock stored(int index) throws ImageReadException {
        return decode(index).values();
    }

    /**
     * A frame with all that is needed to show it.
     *
     * @param index from 0
     * @throws ImageReadException if its pixel data are damaged or in a form that is not read
     */
    public SourceImage frame(int index) throws ImageReadException {
        FrameDecoder.Decoded decoded = decode(index);
        DisplayFacts facts = new DisplayFacts(file.data(), index, format);
        String name = file.path().getFileName().toString();
        SourceImage.Origin origin = new SourceImage.Origin(Optional.of(file.path()), "DICOM", index, frames);
        Optional<PixelBlock> colour =
                Boundary.guard(file.path(), () -> ColourModel.toRgb(decoded, format, file.data()));
        if (colour.isPresent()) {
            return new SourceImage(
                    name,
                    colour.get(),
                    ModalityTransform.IDENTITY,
                    List.of(),
                    false,
                    Optional.empty(),
                    facts.spacing(),
                    facts.aspect(),
                    origin);
        }
        boolean wide = format.bitsStored() == Integer.SIZE && !format.signed();
        return new SourceImage(
                name,
                wide ? WideValues.halved(decoded.values()) : decoded.values(),
                wide ? WideValues.doubling(facts.modality()) : facts.modality(),
                facts.presets(),
                facts.inverted(),
                wide ? Optional.empty() : facts.padding(),
                facts.spacing(),
                facts.aspect(),
                origin);
    }

    /**
     * Drawings stored with a frame.
     *
     * @param index from 0
     */
    public List<Overlay> overlays(int index) throws ImageReadException {
        Objects.checkIndex(index, frames);
        return Boundary.guard(file.path(), () -> new OverlayReader(file.data(), format, decoder).read(index));
    }

    /** Time for a frame: some seconds, and one more for every MiB it is stored in. */
    private int decodingSeconds() {
        long bytes = file.pixels().orElseThrow().segments().stream()
                .mapToLong(segment -> segment.length())
                .sum();
        return Limits.SECONDS + (int) (bytes / frames >> 20);
    }

    private FrameDecoder.Decoded decode(int index) throws ImageReadException {
        Objects.checkIndex(index, frames);
        return Boundary.guard(file.path(), decodingSeconds(), () -> decoder.decode(index));
    }
}
