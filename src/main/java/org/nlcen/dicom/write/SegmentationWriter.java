package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.image.Mask;

/**
 * Writes DICOM Segmentations (PS3.3 A.51): one segment and one frame per result, in the study of the image, with the
 * identity of the network that drew it.
 */
public final class SegmentationWriter {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final int FULL = 255;

    private final Attributes source;
    private final int frame;
    private final int frames;
    private final int columns;
    private final int rows;

    /**
     * Prepares a segmentation of one frame.
     *
     * @param image the header of the segmented image
     * @param frame which frame was segmented, from 0
     * @param frames how many the image has
     */
    public SegmentationWriter(DicomHeader image, int frame, int frames) {
        this.source = image.dataSet();
        this.frame = Objects.checkIndex(frame, frames);
        this.frames = frames;
        this.columns = source.getInt(Tag.Columns, 0);
        this.rows = source.getInt(Tag.Rows, 0);
    }

    /**
     * A structure as a mask.
     *
     * @param label what a list shows, at most 64 characters
     * @param mask of the image's full size
     */
    public record BinarySegment(String label, Structure structure, ModelIdentity model, Mask mask) {}

    /**
     * A structure as probabilities.
     *
     * @param probabilities {@code rows * columns} numbers within 0..1, row by row, of the image's full size; NaN is 0
     */
    public record FractionalSegment(String label, Structure structure, ModelIdentity model, float[] probabilities) {}

    /**
     * Writes masks.
     *
     * @throws IllegalArgumentException for no segment or a mask of another size
     * @throws IOException if the file cannot be written; an old file then stays as it was
     */
    public void writeBinary(Path target, List<BinarySegment> segments) throws IOException {
        List<Mask> masks = segments.stream().map(BinarySegment::mask).toList();
        Attributes data = binary(masks);
        Sequence sequence = data.newSequence(Tag.SegmentSequence, segments.size());
        for (BinarySegment segment : segments) {
            sequence.add(SegmentItem.of(sequence.size() + 1, segment.label(), segment.structure(), segment.model()));
        }
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    /** Writes a mask that a person drew, on the terms of {@link #writeBinary}. */
    public void writeDrawn(Path target, String label, Structure structure, Mask mask) throws IOException {
        Attributes data = binary(List.of(mask));
        data.setString(Tag.ContentDescription, VR.LO, "Drawn by hand, not for diagnosis");
        data.newSequence(Tag.SegmentSequence, 1).add(SegmentItem.drawn(1, label, structure));
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    private Attributes binary(List<Mask> masks) {
        int pixels = rows * columns;
        byte[] packed = new byte[evenBytes((long) pixels * masks.size(), 8)];
        for (int s = 0; s < masks.size(); s++) {
            Mask mask = masks.get(s);
            requireSize(mask.width() == columns && mask.height() == rows);
            for (int i = 0; i < pixels; i++) {
                if (mask.get(i)) {
                    long bit = (long) s * pixels + i;
                    packed[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        Attributes data = common(masks.size());
        data.setString(Tag.SegmentationType, VR.CS, "BINARY");
        bits(data, 1);
        data.setBytes(Tag.PixelData, VR.OB, packed);
        return data;
    }

    /** Writes probabilities in steps of 1/255, on the terms of {@link #writeBinary}. */
    public void writeFractional(Path target, List<FractionalSegment> segments) throws IOException {
        int pixels = rows * columns;
        byte[] values = new byte[evenBytes((long) pixels * segments.size(), 1)];
        for (int s = 0; s < segments.size(); s++) {
            float[] probabilities = segments.get(s).probabilities();
            requireSize(probabilities.length == pixels);
            for (int i = 0; i < pixels; i++) {
                values[s * pixels + i] = (byte) Math.round(FULL * Math.max(0, Math.min(1, probabilities[i])));
            }
        }
        Attributes data = common(segments.size());
        data.setString(Tag.SegmentationType, VR.CS, "FRACTIONAL");
        data.setString(Tag.SegmentationFractionalType, VR.CS, "PROBABILITY");
        data.setInt(Tag.MaximumFractionalValue, VR.US, FULL);
        bits(data, 8);
        Sequence sequence = data.newSequence(Tag.SegmentSequence, segments.size());
        for (FractionalSegment segment : segments) {
            sequence.add(SegmentItem.of(sequence.size() + 1, segment.label(), segment.structure(), segment.model()));
        }
        data.setBytes(Tag.PixelData, VR.OB, values);
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    private static int evenBytes(long count, int perByte) {
        return Math.toIntExact((((count + perByte - 1) / perByte) + 1) & ~1L);
    }

    private void requireSize(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("a segment must have the image's size, " + columns + "x" + rows);
        }
    }

    private static void bits(Attributes data, int bits) {
        data.setInt(Tag.BitsAllocated, VR.US, bits);
        data.setInt(Tag.BitsStored, VR.US, bits);
        data.setInt(Tag.HighBit, VR.US, bits - 1);
    }

    private Attributes common(int segments) {
        if (segments < 1) {
            throw new IllegalArgumentException("a segmentation needs a segment");
        }
        Attributes data = new Attributes();
        DicomOutput.copy(source, data, SourceModules.OPTIONAL, SourceModules.TYPE_2);
        SourceModules.requireStudy(data);
        DicomOutput.sign(data, LocalDateTime.now());
        DicomOutput.beginSeries(
                data,
                STORAGE,
                "SEG",
                9001,
                "Segmentation, research only",
                "SEGMENTATION",
                "Drawn by networks, not for diagnosis");
        data.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY");
        data.setString(Tag.LossyImageCompression, VR.CS, source.getString(Tag.LossyImageCompression, "00"));
        copyLossyDetails(data);
        data.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        data.setInt(Tag.SamplesPerPixel, VR.US, 1);
        data.setInt(Tag.PixelRepresentation, VR.US, 0);
        data.setInt(Tag.Rows, VR.US, rows);
        data.setInt(Tag.Columns, VR.US, columns);
        data.setInt(Tag.NumberOfFrames, VR.IS, segments);
        if (!source.containsValue(Tag.ImageOrientationPatient)) {
            DicomOutput.copy(source, data, new int[0], new int[] {Tag.PatientOrientation});
        }
        new SegmentationGroups(source, frame, frames).addTo(data, segments);
        return data;
    }

    private void copyLossyDetails(Attributes data) {
        if ("01".equals(data.getString(Tag.LossyImageCompression))) {
            data.setString(
                    Tag.LossyImageCompressionRatio, VR.DS, source.getString(Tag.LossyImageCompressionRatio, "1"));
            data.setString(
                    Tag.LossyImageCompressionMethod,
                    VR.CS,
                    source.getString(Tag.LossyImageCompressionMethod, "ISO_10918_1"));
        }
    }
}
