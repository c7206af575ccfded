package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.nlcen.app.base.Texts;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.measure.MeasureText;
import org.nlcen.app.tools.ToolDesk;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.dicom.write.PresentationWriter;
import org.nlcen.dicom.write.PresentationWriter.Annotation;
import org.nlcen.dicom.write.PresentationWriter.Looked;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.ViewTransform;

/** Window, part, turn and measurements of the image on the screen as a DICOM presentation state. */
final class PresentationExport {
    private final OpenedImage image;
    private final Looked looked;

    /**
     * Takes the state of the window; on the window's thread.
     *
     * @param look where the image lies in its pane
     */
    PresentationExport(OpenedImage image, ToolDesk desk, ViewTransform look, Texts texts) {
        this.image = image;
        SourceImage source = image.source();
        MeasureText words = new MeasureText(texts);
        List<Annotation> annotations = desk.measures().all().stream()
                .map(one -> new Annotation(one.shape(), words.of(one, source)))
                .toList();
        Windowing windowing = desk.panes().links().lead().windowing();
        looked = new Looked(
                source.modality(),
                windowing.current(),
                source.inverted() != windowing.inverted(),
                look.toImage(new Point(0, 0)),
                look.toImage(new Point(look.viewWidth(), look.viewHeight())),
                look.quarterTurns(),
                look.mirrored(),
                annotations);
    }

    /** Whether a presentation state can refer to the image. */
    static boolean fits(OpenedImage image) {
        return image != null
                && image.frames().header().filter(PresentationWriter::fits).isPresent();
    }

    /** Writes it; takes its time. */
    void write(Path target) throws IOException {
        SourceImage.Origin origin = image.source().origin();
        new PresentationWriter(image.frames().header().orElseThrow(), origin.frame(), origin.frames())
                .write(target, looked);
    }
}
