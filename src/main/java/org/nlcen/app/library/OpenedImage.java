package org.nlcen.app.library;

import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.DicomHeader;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.SourceImage;
import org.nlcen.image.VoiTransform;
import org.nlcen.model.Task;

/**
 * An image ready to be looked at and attacked.
 *
 * @param pyramid the frame on the screen, ready to be drawn at any size
 * @param windows ways to look at it, the best first
 * @param overlays drawings stored with the frame
 * @param frames reads the file's other frames
 * @param task what its networks look for
 * @param input what those networks see
 * @param truth the ground truth, where one is known
 */
public record OpenedImage(
        MipPyramid pyramid,
        List<VoiTransform> windows,
        List<StoredOverlay> overlays,
        FrameReader frames,
        Task task,
        NetworkInput input,
        Optional<GroundTruth> truth) {

    public OpenedImage {
        windows = List.copyOf(windows);
        overlays = List.copyOf(overlays);
    }

    /** The frame on the screen. */
    public SourceImage source() {
        return pyramid.image();
    }

    /** Study Instance UID, where the file has one. */
    public Optional<String> studyUid() {
        return frames.header().flatMap(DicomHeader::studyUid);
    }

    /** The same picture with another ground truth. */
    public OpenedImage with(GroundTruth other) {
        return new OpenedImage(pyramid, windows, overlays, frames, task, input, Optional.of(other));
    }

    /** The same picture for another task. */
    OpenedImage with(Task other, NetworkInput otherInput) {
        return new OpenedImage(pyramid, windows, overlays, frames, other, otherInput, truth);
    }
}
