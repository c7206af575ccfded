package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.tools.ToolDesk;
import org.nlcen.app.viewer.Painter;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/** The view of an image of 8 x 8 pixels, in a pane of 80 x 80 points. */
class PresentationExportTest {
    private static final int SIDE = 8;

    @TempDir
    Path folder;

    private Attributes written(OpenedImage image, ToolDesk desk) throws IOException {
        SourceImage source = image.source();
        Painter.Extent extent = new Painter.Extent(source.width(), source.height(), source.aspect());
        Path target = folder.resolve("state.dcm");
        new PresentationExport(
                        image, desk, desk.panes().links().lead().view().on(extent, 80, 80), Texts.of(Locale.ENGLISH))
                .write(target);
        return DicomFiles.header(target).dataSet();
    }

    private OpenedImage image(String photometric) throws IOException {
        Attributes data = TestDicom.grey(SIDE, SIDE, new int[SIDE * SIDE]);
        data.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        data.setString(Tag.WindowCenter, VR.DS, "300");
        data.setString(Tag.WindowWidth, VR.DS, "500");
        data.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        data.setString(Tag.RescaleSlope, VR.DS, "1");
        return ImageOpener.open(TestDicom.write(folder.resolve(photometric + ".dcm"), data));
    }

    private ToolDesk desk(OpenedImage image) {
        Preferences preferences = Preferences.load(folder.resolve("preferences.json"));
        ToolDesk desk = new ToolDesk(preferences, Runnable::run, Runnable::run, (source, truth) -> {});
        desk.show(image);
        return desk;
    }

    @Test
    void whatIsSeenAndMeasuredIsWritten() throws IOException {
        OpenedImage image = image("MONOCHROME2");
        ToolDesk desk = desk(image);
        desk.panes().links().lead().windowing().set(40, 400);
        // twice as large as fitting, around the middle: pixels 3 to 6 of 8 are seen
        desk.panes().links().lead().view().restore(2, 0.5, 0.5, 0, true);
        desk.measures().add(new Shape.Distance(new Point(1, 1), new Point(4, 5)));
        Attributes data = written(image, desk);
        Attributes voi = data.getSequence(Tag.SoftcopyVOILUTSequence).get(0);
        assertThat(voi.getDouble(Tag.WindowCenter, 0)).isEqualTo(40);
        assertThat(voi.getDouble(Tag.WindowWidth, 0)).isEqualTo(400);
        assertThat(data.getDouble(Tag.RescaleIntercept, 0)).isEqualTo(-1024);
        Attributes area = data.getSequence(Tag.DisplayedAreaSelectionSequence).get(0);
        assertThat(area.getInts(Tag.DisplayedAreaTopLeftHandCorner))
                .as("mirrored: the right comes first")
                .containsExactly(6, 3);
        assertThat(area.getInts(Tag.DisplayedAreaBottomRightHandCorner)).containsExactly(3, 6);
        Attributes drawn = data.getSequence(Tag.GraphicAnnotationSequence).get(0);
        // 3 to the right and 4 down
        assertThat(drawn.getSequence(Tag.TextObjectSequence).get(0).getString(Tag.UnformattedTextValue))
                .isEqualTo("5.0 px");
        assertThat(data.getString(Tag.PresentationLUTShape)).isEqualTo("IDENTITY");
    }

    @Test
    void whiteForTheLowestValuesIsOneInversionHoweverItCameAbout() throws IOException {
        OpenedImage image = image("MONOCHROME1");
        ToolDesk desk = desk(image);
        assertThat(written(image, desk).getString(Tag.PresentationLUTShape)).isEqualTo("INVERSE");
        desk.panes().links().lead().windowing().invertedProperty().set(true);
        assertThat(written(image, desk).getString(Tag.PresentationLUTShape)).isEqualTo("IDENTITY");
    }
}
