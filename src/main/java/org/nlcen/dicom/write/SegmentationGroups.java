package org.nlcen.dicom.write;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Code;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** Dimensions, functional groups and references of a segmentation (PS3.3 A.51.5, C.7.6.17, C.12.2). */
final class SegmentationGroups {
    private static final Code SEGMENTATION = new Code("113076", "DCM", null, "Segmentation");
    private static final Code SOURCE = new Code("121322", "DCM", null, "Source image for image processing operation");

    private final Attributes source;
    private final int frame;
    private final int frames;

    SegmentationGroups(Attributes source, int frame, int frames) {
        this.source = source;
        this.frame = frame;
        this.frames = frames;
    }

    void addTo(Attributes data, int segments) {
        addDimensions(data);
        Attributes shared = new Attributes();
        boolean placed = addGeometry(data, shared);
        data.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
        Sequence perFrame = data.newSequence(Tag.PerFrameFunctionalGroupsSequence, segments);
        for (int segment = 1; segment <= segments; segment++) {
            perFrame.add(frameGroups(segment, placed));
        }
        addReferences(data);
    }

    private static void addDimensions(Attributes data) {
        String organisation = Uids.next();
        Attributes named = new Attributes();
        named.setString(Tag.DimensionOrganizationUID, VR.UI, organisation);
        data.newSequence(Tag.DimensionOrganizationSequence, 1).add(named);
        Attributes index = new Attributes();
        index.setString(Tag.DimensionOrganizationUID, VR.UI, organisation);
        index.setInt(Tag.DimensionIndexPointer, VR.AT, Tag.ReferencedSegmentNumber);
        index.setInt(Tag.FunctionalGroupPointer, VR.AT, Tag.SegmentIdentificationSequence);
        index.setString(Tag.DimensionDescriptionLabel, VR.LO, "Segment");
        data.newSequence(Tag.DimensionIndexSequence, 1).add(index);
    }

    /** Spacing and position where the image lies in a frame of reference; a radiograph does not. */
    private boolean addGeometry(Attributes data, Attributes shared) {
        boolean placed = frames == 1
                && source.containsValue(Tag.FrameOfReferenceUID)
                && source.containsValue(Tag.ImagePositionPatient)
                && source.containsValue(Tag.ImageOrientationPatient)
                && source.containsValue(Tag.PixelSpacing);
        if (source.containsValue(Tag.PixelSpacing)) {
            Attributes measures = new Attributes();
            measures.setString(Tag.PixelSpacing, VR.DS, source.getStrings(Tag.PixelSpacing));
            measures.setString(Tag.SliceThickness, VR.DS, source.getString(Tag.SliceThickness, "1"));
            shared.newSequence(Tag.PixelMeasuresSequence, 1).add(measures);
        }
        if (placed) {
            data.setString(Tag.FrameOfReferenceUID, VR.UI, source.getString(Tag.FrameOfReferenceUID));
            data.setString(Tag.PositionReferenceIndicator, VR.LO, source.getString(Tag.PositionReferenceIndicator, ""));
            Attributes orientation = new Attributes();
            orientation.setString(Tag.ImageOrientationPatient, VR.DS, source.getStrings(Tag.ImageOrientationPatient));
            shared.newSequence(Tag.PlaneOrientationSequence, 1).add(orientation);
        }
        return placed;
    }

    private Attributes frameGroups(int segment, boolean placed) {
        Attributes groups = new Attributes();
        Attributes derivation = new Attributes();
        Attributes image = reference();
        image.newSequence(Tag.PurposeOfReferenceCodeSequence, 1).add(SOURCE.toItem());
        image.setString(Tag.SpatialLocationsPreserved, VR.CS, "YES");
        derivation.newSequence(Tag.SourceImageSequence, 1).add(image);
        derivation.newSequence(Tag.DerivationCodeSequence, 1).add(SEGMENTATION.toItem());
        groups.newSequence(Tag.DerivationImageSequence, 1).add(derivation);
        Attributes content = new Attributes();
        content.setInt(Tag.DimensionIndexValues, VR.UL, segment);
        groups.newSequence(Tag.FrameContentSequence, 1).add(content);
        Attributes identification = new Attributes();
        identification.setInt(Tag.ReferencedSegmentNumber, VR.US, segment);
        groups.newSequence(Tag.SegmentIdentificationSequence, 1).add(identification);
        if (placed) {
            Attributes position = new Attributes();
            position.setString(Tag.ImagePositionPatient, VR.DS, source.getStrings(Tag.ImagePositionPatient));
            groups.newSequence(Tag.PlanePositionSequence, 1).add(position);
        }
        return groups;
    }

    private Attributes reference() {
        Attributes item = new Attributes();
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, source.getString(Tag.SOPClassUID));
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, source.getString(Tag.SOPInstanceUID));
        if (frames > 1) {
            item.setInt(Tag.ReferencedFrameNumber, VR.IS, frame + 1);
        }
        return item;
    }

    private void addReferences(Attributes data) {
        Attributes series = new Attributes();
        series.setString(Tag.SeriesInstanceUID, VR.UI, source.getString(Tag.SeriesInstanceUID));
        Attributes instance = reference();
        instance.remove(Tag.ReferencedFrameNumber);
        series.newSequence(Tag.ReferencedInstanceSequence, 1).add(instance);
        data.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
    }
}
