package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.TestDicom;
import org.nlcen.dicom.write.PresentationWriter.Annotation;
import org.nlcen.dicom.write.PresentationWriter.Looked;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.Point;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/** Presentation states of an image of 6 columns and 4 rows, read back by this program and by others. */
class PresentationWriterTest {
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final VoiTransform WINDOW = new VoiTransform.Window("own", 100.5, 201, Function.LINEAR);

    @TempDir
    private Path folder;

    private Path file;
    private DicomHeader source;
    private Path target;

    @BeforeEach
    void writeSource() throws IOException {
        int[] values = new int[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = 10 * i;
        }
        Attributes data = TestDicom.grey(ROWS, COLUMNS, values);
        TestDicom.name(data);
        data.setString(Tag.PixelSpacing, VR.DS, "0.5", "0.25");
        file = TestDicom.write(folder.resolve("source.dcm"), data);
        source = DicomFiles.header(file);
        target = folder.resolve("state.dcm");
    }

    private Attributes written(Looked looked) throws IOException {
        new PresentationWriter(source, 0, 1).write(target, looked);
        return DicomFiles.header(target).dataSet();
    }

    private static Looked looked(int turns, boolean mirrored, Point topLeft, Point bottomRight, Annotation... drawn) {
        return new Looked(
                ModalityTransform.IDENTITY, WINDOW, false, topLeft, bottomRight, turns, mirrored, List.of(drawn));
    }

    private static Looked whole(Annotation... drawn) {
        return looked(0, false, new Point(-3, -8), new Point(9, 12), drawn);
    }

    private static Attributes item(Attributes data, int sequence) {
        return data.getSequence(sequence).get(0);
    }

    @Test
    void windowPartAndImageAreThose() throws IOException {
        Attributes data = written(looked(0, false, new Point(1.2, 0.5), new Point(4.9, 3)));
        Attributes voi = item(data, Tag.SoftcopyVOILUTSequence);
        assertThat(voi.getDouble(Tag.WindowCenter, 0)).isEqualTo(100.5);
        assertThat(voi.getDouble(Tag.WindowWidth, 0)).isEqualTo(201);
        assertThat(data.getString(Tag.PresentationLUTShape)).isEqualTo("IDENTITY");
        Attributes area = item(data, Tag.DisplayedAreaSelectionSequence);
        // pixels count from 1: 1.2 lies in the second column, 4.9 in the fifth, 0.5 in the first row, 3 ends the third
        assertThat(area.getInts(Tag.DisplayedAreaTopLeftHandCorner)).containsExactly(2, 1);
        assertThat(area.getInts(Tag.DisplayedAreaBottomRightHandCorner)).containsExactly(5, 3);
        assertThat(area.getDoubles(Tag.PresentationPixelSpacing)).containsExactly(0.5, 0.25);
        Attributes series = item(data, Tag.ReferencedSeriesSequence);
        assertThat(series.getString(Tag.SeriesInstanceUID)).isEqualTo("1.2.3.4.3");
        assertThat(item(series, Tag.ReferencedImageSequence).getString(Tag.ReferencedSOPInstanceUID))
                .isEqualTo("1.2.3.4.1");
        assertThat(data.getString(Tag.PatientName)).isEqualTo("Müstermann^Erika");
        assertThat(data.getString(Tag.StudyInstanceUID)).isEqualTo("1.2.3.4.2");
        assertThat(data.contains(Tag.GraphicAnnotationSequence)).isFalse();
        assertThat(data.contains(Tag.ImageRotation)).isFalse();
    }

    @Test
    void whatLiesOutsideTheImageIsNoPartOfIt() throws IOException {
        Attributes area = item(written(whole()), Tag.DisplayedAreaSelectionSequence);
        assertThat(area.getInts(Tag.DisplayedAreaTopLeftHandCorner)).containsExactly(1, 1);
        assertThat(area.getInts(Tag.DisplayedAreaBottomRightHandCorner)).containsExactly(COLUMNS, ROWS);
    }

    @Test
    void theStandardTurnsBeforeItFlips() throws IOException {
        // mirrored, then turned right: the upper left corner of the screen shows the lower right of the image
        Attributes data = written(looked(1, true, new Point(6, 4), new Point(0, 0)));
        assertThat(data.getInt(Tag.ImageRotation, -1)).isEqualTo(270);
        assertThat(data.getString(Tag.ImageHorizontalFlip)).isEqualTo("Y");
        Attributes area = item(data, Tag.DisplayedAreaSelectionSequence);
        assertThat(area.getInts(Tag.DisplayedAreaTopLeftHandCorner)).containsExactly(6, 4);
        assertThat(area.getInts(Tag.DisplayedAreaBottomRightHandCorner)).containsExactly(1, 1);
        Attributes turned = written(looked(1, false, new Point(0, 4), new Point(6, 0)));
        assertThat(turned.getInt(Tag.ImageRotation, -1)).isEqualTo(90);
        assertThat(turned.getString(Tag.ImageHorizontalFlip)).isEqualTo("N");
    }

    @Test
    void measurementsAreLinesWithTheirTexts() throws IOException {
        Attributes data = written(whole(
                new Annotation(new Shape.Distance(new Point(0.5, 1), new Point(4.5, 1)), "1.0 mm"),
                new Annotation(new Shape.Ellipse(new Point(1, 0), new Point(3, 4)), "2,0 mm²\nMittel 5")));
        Attributes drawn = item(data, Tag.GraphicAnnotationSequence);
        Attributes line = drawn.getSequence(Tag.GraphicObjectSequence).get(0);
        assertThat(line.getString(Tag.GraphicType)).isEqualTo("POLYLINE");
        assertThat(line.getFloats(Tag.GraphicData)).containsExactly(0.5f, 1, 4.5f, 1);
        Attributes ellipse = drawn.getSequence(Tag.GraphicObjectSequence).get(1);
        assertThat(ellipse.getString(Tag.GraphicType)).isEqualTo("ELLIPSE");
        assertThat(ellipse.getFloats(Tag.GraphicData))
                .as("the longer axis first")
                .containsExactly(2, 0, 2, 4, 1, 2, 3, 2);
        assertThat(drawn.getSequence(Tag.TextObjectSequence).get(1).getString(Tag.UnformattedTextValue))
                .isEqualTo("2,0 mm²\r\nMittel 5");
    }

    @Test
    void tablesAreWrittenAsTables() throws IOException {
        Attributes data = written(new Looked(
                new ModalityTransform.Lut(-2, new int[] {0, 500, 1000}, ""),
                new VoiTransform.Lut("table", 0, new int[] {0, 128, 255}, 255),
                true,
                new Point(0, 0),
                new Point(6, 4),
                0,
                false,
                List.of()));
        Attributes modality = item(data, Tag.ModalityLUTSequence);
        assertThat(modality.getInts(Tag.LUTDescriptor)).containsExactly(3, -2, 16);
        Attributes voi = item(item(data, Tag.SoftcopyVOILUTSequence), Tag.VOILUTSequence);
        assertThat(voi.getInts(Tag.LUTDescriptor)).containsExactly(3, 0, 8);
        assertThat(voi.getInts(Tag.LUTData)).containsExactly(0, 128, 255);
        assertThat(data.getString(Tag.PresentationLUTShape)).isEqualTo("INVERSE");
    }

    @Test
    void onlyGreyImagesWithIdentifiersCanBeReferredTo() throws IOException {
        assertThat(PresentationWriter.fits(source)).isTrue();
        Path colour = TestDicom.write(folder.resolve("colour.dcm"), TestDicom.bytes(1, 1, 3, "RGB", 1, 2, 3));
        assertThat(PresentationWriter.fits(DicomFiles.header(colour))).isFalse();
        Attributes nameless = TestDicom.grey(1, 1, 5);
        nameless.remove(Tag.SeriesInstanceUID);
        assertThat(PresentationWriter.fits(DicomFiles.header(TestDicom.write(folder.resolve("none.dcm"), nameless))))
                .isFalse();
    }

    private void writeAll() throws IOException {
        written(looked(
                3,
                true,
                new Point(0, 0),
                new Point(6, 4),
                new Annotation(new Shape.Distance(new Point(0.5, 1), new Point(4.5, 1)), "1.0 mm"),
                new Annotation(new Shape.Angle(new Point(0, 0), new Point(1, 1), new Point(2, 0)), "90.0°"),
                new Annotation(new Shape.Probe(new Point(2.5, 2.5)), "x 2  y 2\n140"),
                new Annotation(
                        new Shape.Polygon(List.of(new Point(0, 0), new Point(2, 0), new Point(1, 3))), "0.4 mm²"),
                new Annotation(new Shape.Ellipse(new Point(1, 0), new Point(5, 4)), "1.6 mm²")));
    }

    @Test
    void dciodvfyFindsNoError() throws Exception {
        writeAll();
        assertThat(Tools.run("dciodvfy", target.toString()))
                .contains("GrayscaleSoftcopyPresentationState")
                .doesNotContain("Error");
    }

    @Test
    void pydicomReadsIt() throws Exception {
        writeAll();
        String read = Tools.python(
                "import sys, pydicom; d = pydicom.dcmread(sys.argv[1]);"
                        + "a = d.GraphicAnnotationSequence[0];"
                        + "print(d.ImageRotation, len(a.GraphicObjectSequence), a.TextObjectSequence[1]"
                        + ".UnformattedTextValue == '90.0\\u00b0', d.SoftcopyVOILUTSequence[0].WindowWidth)",
                target.toString());
        assertThat(read.strip()).endsWith("90 5 True 201");
    }

    /** dcmtk applies the state to the image: three shades of the window, flipped. */
    @Test
    void dcmtkShowsTheImageThroughIt() throws Exception {
        written(looked(0, true, new Point(6, 0), new Point(0, 4)));
        Path picture = folder.resolve("shown.pgm");
        Tools.run("dcmp2pgm", "-p", target.toString(), file.toString(), picture.toString());
        byte[] bytes = Files.readAllBytes(picture);
        String head = new String(bytes, 0, 20, StandardCharsets.US_ASCII);
        assertThat(head).startsWith("P5");
        int first = bytes.length - ROWS * COLUMNS;
        // the window goes from 0 to 200; the first row is 0, 10, ... 50, seen from the right
        assertThat(bytes[first + 5] & 0xff).isZero();
        assertThat(bytes[first] & 0xff).isBetween(62, 66);
        assertThat(bytes[bytes.length - 6] & 0xff).as("230").isEqualTo(255);
    }
}
