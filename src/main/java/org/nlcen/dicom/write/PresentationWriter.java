package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.Point;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.measure.Shape;

/**
 * Writes Grayscale Softcopy Presentation States (PS3.3 A.33.1): how a grey image is looked at, without its pixels. Another
 * viewer that opens image and state shows the same window, part, turn and measurements.
 */
public final class PresentationWriter {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final String LAYER = "MEASUREMENTS";
    private static final int MOST_TEXT = 1024;
    private static final int MOST_ENTRIES = 65536;

    private static final int[] TAKEN = IntStream.concat(
                    Arrays.stream(SourceModules.TYPE_2), IntStream.of(Tag.Laterality))
            .toArray();

    private final Attributes source;
    private final int frame;
    private final int frames;

    /**
     * A measurement.
     *
     * @param shape in continuous image coordinates, the upper left corner of the image at 0, 0
     * @param text what stands beside it; lines end with a line feed
     */
    public record Annotation(Shape shape, String text) {}

    /**
     * How the image is looked at.
     *
     * @param modality from stored values to those the window is about
     * @param voi the window or table
     * @param darkIsBright whether the lowest values are shown white
     * @param topLeft the place of the image in the upper left corner of the screen, as it is turned and flipped
     * @param bottomRight the place in the lower right corner
     * @param quarterTurns clockwise, 0 to 3, after the image was mirrored
     * @param mirrored whether left and right are exchanged first
     */
    public record Looked(
            ModalityTransform modality,
            VoiTransform voi,
            boolean darkIsBright,
            Point topLeft,
            Point bottomRight,
            int quarterTurns,
            boolean mirrored,
            List<Annotation> annotations) {
        public Looked {
            annotations = List.copyOf(annotations);
        }
    }

    /**
     * Prepares a state for one frame.
     *
     * @param image the header of the image, a grey one
     * @param frame which frame is looked at, from 0
     * @param frames how many the image has
     */
    public PresentationWriter(DicomHeader image, int frame, int frames) {
        this.source = image.dataSet();
        this.frame = Objects.checkIndex(frame, frames);
        this.frames = frames;
    }

    /** Whether a state can refer to the image: it is grey and has the identifiers to be found by. */
    public static boolean fits(DicomHeader image) {
        Attributes data = image.dataSet();
        return data.getInt(Tag.SamplesPerPixel, 1) == 1
                && data.getString(Tag.PhotometricInterpretation, "").startsWith("MONOCHROME")
                && data.containsValue(Tag.SOPClassUID)
                && data.containsValue(Tag.SOPInstanceUID)
                && data.containsValue(Tag.SeriesInstanceUID)
                && data.containsValue(Tag.StudyInstanceUID);
    }

    /**
     * Writes the state, in the image's study and a series of its own.
     *
     * @throws IllegalArgumentException for an image {@link #fits} refuses
     * @throws IOException if the file cannot be written; an old file then stays as it was
     */
    public void write(Path target, Looked looked) throws IOException {
        Attributes data = identified();
        Attributes series = item(data, Tag.ReferencedSeriesSequence);
        series.setString(Tag.SeriesInstanceUID, VR.UI, source.getString(Tag.SeriesInstanceUID));
        refer(series);
        modality(data, looked.modality());
        Attributes voi = item(data, Tag.SoftcopyVOILUTSequence);
        refer(voi);
        voi(voi, looked.voi());
        data.setString(Tag.PresentationLUTShape, VR.CS, looked.darkIsBright() ? "INVERSE" : "IDENTITY");
        area(data, looked.topLeft(), looked.bottomRight());
        if (looked.quarterTurns() != 0 || looked.mirrored()) {
            // the standard turns first and flips then, which makes a turn of a mirrored image the opposite one
            int turns = looked.mirrored() ? (4 - looked.quarterTurns()) % 4 : looked.quarterTurns();
            data.setString(Tag.ImageHorizontalFlip, VR.CS, looked.mirrored() ? "Y" : "N");
            data.setInt(Tag.ImageRotation, VR.US, 90 * turns);
        }
        if (!looked.annotations().isEmpty()) {
            annotations(data, looked.annotations());
        }
        DicomOutput.write(target, data, DicomOutput.EXPLICIT_LITTLE);
    }

    private Attributes identified() {
        Attributes data = new Attributes();
        // measurements hold signs such as the small 2 of square millimetres, which not every image's own set has
        data.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        for (int tag : TAKEN) {
            VR vr = ElementDictionary.vrOf(tag, null);
            if (source.containsValue(tag)) {
                data.setString(tag, vr, source.getStrings(tag));
            } else {
                data.setNull(tag, vr);
            }
        }
        LocalDateTime now = LocalDateTime.now();
        DicomOutput.sign(data, now);
        data.remove(Tag.ContentDate);
        data.remove(Tag.ContentTime);
        data.setString(Tag.PresentationCreationDate, VR.DA, now.format(DicomOutput.DATE));
        data.setString(Tag.PresentationCreationTime, VR.TM, now.format(DicomOutput.TIME));
        DicomOutput.beginSeries(
                data,
                STORAGE,
                "PR",
                9002,
                "View and measurements, research only",
                "VIEW",
                "View and measurements, not for diagnosis");
        return data;
    }

    private static Attributes item(Attributes in, int sequence) {
        Attributes item = new Attributes();
        in.newSequence(sequence, 1).add(item);
        return item;
    }

    private void refer(Attributes in) {
        Attributes image = item(in, Tag.ReferencedImageSequence);
        image.setString(Tag.ReferencedSOPClassUID, VR.UI, source.getString(Tag.SOPClassUID));
        image.setString(Tag.ReferencedSOPInstanceUID, VR.UI, source.getString(Tag.SOPInstanceUID));
        if (frames > 1) {
            image.setInt(Tag.ReferencedFrameNumber, VR.IS, frame + 1);
        }
    }

    private static void modality(Attributes data, ModalityTransform modality) {
        if (modality instanceof ModalityTransform.Rescale rescale) {
            if (!modality.equals(ModalityTransform.IDENTITY)) {
                data.setDouble(Tag.RescaleIntercept, VR.DS, rescale.intercept());
                data.setDouble(Tag.RescaleSlope, VR.DS, rescale.slope());
                data.setString(Tag.RescaleType, VR.LO, rescale.unit().isEmpty() ? "US" : rescale.unit());
            }
        } else if (modality instanceof ModalityTransform.Lut table) {
            Attributes item = item(data, Tag.ModalityLUTSequence);
            item.setString(Tag.ModalityLUTType, VR.LO, table.unit().isEmpty() ? "US" : table.unit());
            table(item, table.first(), table.entries(), 16);
        }
    }

    private static void voi(Attributes item, VoiTransform voi) {
        if (voi instanceof VoiTransform.Window window) {
            item.setDouble(Tag.WindowCenter, VR.DS, window.center());
            item.setDouble(Tag.WindowWidth, VR.DS, window.width());
            if (window.function() != VoiTransform.Function.LINEAR) {
                item.setString(Tag.VOILUTFunction, VR.CS, window.function().name());
            }
        } else if (voi instanceof VoiTransform.Lut table) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(table.full());
            table(item(item, Tag.VOILUTSequence), table.first(), table.entries(), bits);
        }
    }

    /** A table of at most 65,536 entries, of which the descriptor counts the last as none. */
    private static void table(Attributes item, int first, int[] entries, int bits) {
        if (entries.length > MOST_ENTRIES) {
            throw new IllegalArgumentException("a table of " + entries.length + " entries");
        }
        item.setInt(Tag.LUTDescriptor, first < 0 ? VR.SS : VR.US, entries.length % MOST_ENTRIES, first, bits);
        ByteBuffer words = ByteBuffer.allocate(2 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int entry : entries) {
            words.putShort((short) entry);
        }
        item.setBytes(Tag.LUTData, VR.OW, words.array());
    }

    private void area(Attributes data, Point topLeft, Point bottomRight) {
        Attributes area = item(data, Tag.DisplayedAreaSelectionSequence);
        refer(area);
        int columns = source.getInt(Tag.Columns, 1);
        int rows = source.getInt(Tag.Rows, 1);
        int[] across = pixels(topLeft.x(), bottomRight.x(), columns);
        int[] down = pixels(topLeft.y(), bottomRight.y(), rows);
        area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, across[0], down[0]);
        area.setInt(Tag.DisplayedAreaBottomRightHandCorner, VR.SL, across[1], down[1]);
        area.setString(Tag.PresentationSizeMode, VR.CS, "SCALE TO FIT");
        for (int tag : new int[] {Tag.PixelSpacing, Tag.ImagerPixelSpacing}) {
            String[] spacing = source.getStrings(tag);
            if (spacing != null && spacing.length == 2) {
                area.setString(Tag.PresentationPixelSpacing, VR.DS, spacing);
                return;
            }
        }
        String[] aspect = source.getStrings(Tag.PixelAspectRatio);
        boolean known = aspect != null && aspect.length == 2;
        area.setString(Tag.PresentationPixelAspectRatio, VR.IS, known ? aspect : new String[] {"1", "1"});
    }

    /** The first and the last pixel, from 1, that are seen at all between two places, in the direction from one to the other. */
    private static int[] pixels(double from, double to, int size) {
        int low = (int) Math.max(1, Math.min(size, Math.floor(Math.min(from, to)) + 1));
        int high = (int) Math.max(low, Math.min(size, Math.ceil(Math.max(from, to))));
        return from <= to ? new int[] {low, high} : new int[] {high, low};
    }

    private void annotations(Attributes data, List<Annotation> annotations) {
        Attributes layer = item(data, Tag.GraphicLayerSequence);
        layer.setString(Tag.GraphicLayer, VR.CS, LAYER);
        layer.setInt(Tag.GraphicLayerOrder, VR.IS, 1);
        Attributes drawn = item(data, Tag.GraphicAnnotationSequence);
        refer(drawn);
        drawn.setString(Tag.GraphicLayer, VR.CS, LAYER);
        Sequence texts = drawn.newSequence(Tag.TextObjectSequence, annotations.size());
        Sequence graphics = drawn.newSequence(Tag.GraphicObjectSequence, annotations.size());
        for (Annotation one : annotations) {
            graphics.add(graphic(one.shape()));
            texts.add(text(one));
        }
    }

    private static Attributes graphic(Shape shape) {
        List<Point> points = points(shape);
        Attributes graphic = new Attributes();
        graphic.setString(Tag.GraphicAnnotationUnits, VR.CS, "PIXEL");
        graphic.setInt(Tag.GraphicDimensions, VR.US, 2);
        graphic.setInt(Tag.NumberOfGraphicPoints, VR.US, points.size());
        float[] places = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            places[2 * i] = (float) points.get(i).x();
            places[2 * i + 1] = (float) points.get(i).y();
        }
        graphic.setFloat(Tag.GraphicData, VR.FL, places);
        boolean ellipse = shape instanceof Shape.Ellipse;
        graphic.setString(
                Tag.GraphicType, VR.CS, shape instanceof Shape.Probe ? "POINT" : ellipse ? "ELLIPSE" : "POLYLINE");
        if (ellipse || shape instanceof Shape.Polygon) {
            graphic.setString(Tag.GraphicFilled, VR.CS, "N");
        }
        return graphic;
    }

    /** The outline; of an ellipse the ends of its longer axis, then of its shorter. */
    private static List<Point> points(Shape shape) {
        if (!(shape instanceof Shape.Ellipse ellipse)) {
            return shape.outline();
        }
        Point a = ellipse.corner();
        Point b = ellipse.opposite();
        double x = (a.x() + b.x()) / 2;
        double y = (a.y() + b.y()) / 2;
        List<Point> across = List.of(new Point(a.x(), y), new Point(b.x(), y));
        List<Point> down = List.of(new Point(x, a.y()), new Point(x, b.y()));
        boolean wide = Math.abs(b.x() - a.x()) >= Math.abs(b.y() - a.y());
        return List.of(
                (wide ? across : down).get(0),
                (wide ? across : down).get(1),
                (wide ? down : across).get(0),
                (wide ? down : across).get(1));
    }

    private static Attributes text(Annotation one) {
        List<Point> handles = one.shape().handles();
        Point last = handles.get(handles.size() - 1);
        String lines = one.text().replace("\n", "\r\n");
        Attributes text = new Attributes();
        text.setString(Tag.AnchorPointAnnotationUnits, VR.CS, "PIXEL");
        text.setFloat(Tag.AnchorPoint, VR.FL, (float) last.x(), (float) last.y());
        text.setString(Tag.AnchorPointVisibility, VR.CS, "N");
        text.setString(Tag.UnformattedTextValue, VR.ST, lines.substring(0, Math.min(MOST_TEXT, lines.length())));
        return text;
    }
}
