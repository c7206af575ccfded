package org.nlcen.app.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.nlcen.app.library.OpenedImage;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.write.SegmentationWriter;
import org.nlcen.dicom.write.Structure;
import org.nlcen.image.Mask;
import org.nlcen.image.RasterFiles;
import org.nlcen.model.Task;

/** Writes a drawn mask. */
public final class DrawingFiles {
    private DrawingFiles() {}

    /** Whether a DICOM segmentation can refer to the image. */
    public static boolean canSegment(OpenedImage image) {
        return image.frames().header().isPresent();
    }

    /**
     * Writes a DICOM segmentation for a name that ends in {@code .dcm}, else a TIFF or PNG of 0 and 255. Takes its time.
     *
     * @param mask of the image's size
     * @throws IOException if the file cannot be written, or a DICOM file is asked for an image that is none
     */
    public static void write(Path target, OpenedImage image, Mask mask) throws IOException {
        boolean dicom = target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".dcm");
        if (!dicom) {
            RasterFiles.write(target, mask);
            return;
        }
        DicomHeader header = image.frames()
                .header()
                .orElseThrow(() -> new IOException("the image is no DICOM image; save the mask as PNG"));
        Structure structure = image.task() == Task.SKIN ? Structure.SKIN_LESION : Structure.LUNG;
        new SegmentationWriter(
                        header,
                        image.source().origin().frame(),
                        image.source().origin().frames())
                .writeDrawn(target, "Ground truth", structure, mask);
    }
}
