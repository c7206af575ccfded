package org.nlcen.image;

import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Millimetres per pixel from a raster file's resolution entry, where that entry can be meant. */
final class RasterResolution {
    private static final double MM_PER_INCH = 25.4;
    private static final double LEAST_MM = 0.005;
    private static final double MOST_MM = 5;
    private static final String JPEG_NATIVE = "javax_imageio_jpeg_image_1.0";

    private RasterResolution() {}

    /** The spacing, or empty: a damaged entry costs the millimetres, not the picture. */
    static Optional<PixelSpacing> of(ImageReader reader, int frame, RasterFormat format) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(frame);
            if (metadata == null) {
                return Optional.empty();
            }
            return format == RasterFormat.JPEG ? ofJfif(metadata) : ofStandard(metadata);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PixelSpacing> ofStandard(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        return calibration(
                number(root, "VerticalPixelSize", "value", 0), number(root, "HorizontalPixelSize", "value", 0));
    }

    /** The JDK's neutral tree leaves out the density of JPEG files, so this one is read from JFIF itself. */
    private static Optional<PixelSpacing> ofJfif(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(JPEG_NATIVE);
        double unit = number(root, "app0JFIF", "resUnits", 0);
        double millimetres = unit == 1 ? MM_PER_INCH : unit == 2 ? 10 : 0;
        return calibration(
                millimetres / number(root, "app0JFIF", "Ydensity", 0),
                millimetres / number(root, "app0JFIF", "Xdensity", 0));
    }

    private static double number(Element root, String tag, String attribute, double otherwise) {
        NodeList found = root.getElementsByTagName(tag);
        String text = found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(attribute);
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    /** 72 and 96 dots per inch are what programs write when they know nothing. */
    private static Optional<PixelSpacing> calibration(double rowMm, double columnMm) {
        boolean sensible = rowMm >= LEAST_MM && rowMm <= MOST_MM && columnMm >= LEAST_MM && columnMm <= MOST_MM;
        return sensible && !isDefault(rowMm) && !isDefault(columnMm)
                ? PixelSpacing.of(rowMm, columnMm, PixelSpacing.Source.FILE)
                : Optional.empty();
    }

    private static boolean isDefault(double mm) {
        double dotsPerInch = MM_PER_INCH / mm;
        return Math.abs(dotsPerInch - 72) < 0.5 || Math.abs(dotsPerInch - 96) < 0.5;
    }
}
