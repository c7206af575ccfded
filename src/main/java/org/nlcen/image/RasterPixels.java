package org.nlcen.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * Stored samples of a decoded raster picture. Colour profiles are not applied: networks are trained on the samples as
 * stored.
 */
final class RasterPixels {
    private RasterPixels() {}

    /**
     * Grey pictures keep their 8 or 16 bits, also those whose red, green and blue are the same everywhere, as programs export
     * radiographs; colour pictures become 8-bit red, green, blue, 16-bit ones by
     * {@code round(v * 255 / 65535)}. Palettes are looked up; a palette of greys gives a grey picture. Partly
     * transparent pixels are composited on black, as they would show on the viewer's dark ground.
     *
     * @return empty if the samples are neither 1 to 16 bit integers nor grey, RGB or palette, alone or with alpha
     */
    static Optional<PixelBlock> of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return Optional.of(ofPalette(image.getRaster(), palette));
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int type = raster.getSampleModel().getDataType();
        boolean bytes = type == DataBuffer.TYPE_BYTE || isPackedBytes(image);
        boolean shorts = !bytes && (type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_SHORT);
        boolean alpha = image.getColorModel().hasAlpha();
        int stored = alpha ? bands - 1 : bands;
        int colours = stored == 3 && isGrey(raster) ? 1 : stored;
        if (!(bytes || shorts) || (colours != 1 && colours != 3) || (type == DataBuffer.TYPE_SHORT && bands > 1)) {
            return Optional.empty();
        }
        return Optional.of(shorts ? ofShorts(image, colours) : ofBytes(image, colours));
    }

    /** Whether several 8-bit samples share one int, as in {@link BufferedImage#TYPE_INT_RGB}. */
    private static boolean isPackedBytes(BufferedImage image) {
        if (image.getRaster().getSampleModel().getDataType() != DataBuffer.TYPE_INT) {
            return false;
        }
        for (int bits : image.getRaster().getSampleModel().getSampleSize()) {
            if (bits != 8) {
                return false;
            }
        }
        return image.getRaster().getNumBands() > 1;
    }

    private static PixelBlock ofPalette(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        boolean grey = isGrey(palette);
        int samples = grey ? 1 : 3;
        byte[] values = new byte[Math.multiplyExact(Math.multiplyExact(width, height), samples)];
        int[] row = new int[width];
        int last = palette.getMapSize() - 1;
        int i = 0;
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                int entry = Math.min(index, last);
                int alpha = palette.getAlpha(entry);
                values[i++] = (byte) onBlack(palette.getRed(entry), alpha, 255);
                if (!grey) {
                    values[i++] = (byte) onBlack(palette.getGreen(entry), alpha, 255);
                    values[i++] = (byte) onBlack(palette.getBlue(entry), alpha, 255);
                }
            }
        }
        return PixelBlock.ofBytes(width, height, samples, values);
    }

    private static boolean isGrey(Raster raster) {
        int bands = raster.getNumBands();
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int x = 0; x < row.length; x += bands) {
                if (row[x] != row[x + 1] || row[x] != row[x + 2]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            int red = palette.getRed(i);
            if (red != palette.getGreen(i) || red != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    private static PixelBlock ofBytes(BufferedImage image, int colours) {
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        byte[] values = new byte[Math.multiplyExact(Math.multiplyExact(width, raster.getHeight()), colours)];
        int[] row = new int[width * bands];
        boolean composite = image.getColorModel().hasAlpha() && !image.isAlphaPremultiplied();
        int i = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += bands) {
                for (int band = 0; band < colours; band++) {
                    int value = row[x + band];
                    values[i++] = (byte) (composite ? onBlack(value, row[x + bands - 1], 255) : value);
                }
            }
        }
        return PixelBlock.ofBytes(width, raster.getHeight(), colours, values);
    }

    private static PixelBlock ofShorts(BufferedImage image, int colours) {
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        boolean colour = colours == 3;
        int length = Math.multiplyExact(Math.multiplyExact(width, height), colours);
        short[] grey = new short[colour ? 0 : length];
        byte[] rgb = new byte[colour ? length : 0];
        int[] row = new int[width * bands];
        boolean composite = image.getColorModel().hasAlpha() && !image.isAlphaPremultiplied();
        int i = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += bands) {
                for (int band = 0; band < colours; band++, i++) {
                    int value = composite ? onBlack(row[x + band], row[x + bands - 1], 65535) : row[x + band];
                    if (colour) {
                        rgb[i] = (byte) ((value * 255 + 32767) / 65535);
                    } else {
                        grey[i] = (short) value;
                    }
                }
            }
        }
        boolean signed = raster.getSampleModel().getDataType() == DataBuffer.TYPE_SHORT;
        return colour ? PixelBlock.ofBytes(width, height, 3, rgb) : PixelBlock.ofShorts(width, height, 1, grey, signed);
    }

    private static int onBlack(int value, int alpha, int full) {
        return (int) (((long) value * alpha + full / 2) / full);
    }

    /** A picture as ImageIO writes it: grey values above 255 make a 16-bit picture. */
    static BufferedImage toImage(PixelBlock pixels) {
        if (pixels.minimum() < 0 || pixels.maximum() > (pixels.samples() == 3 ? 255 : 65535)) {
            throw new IllegalArgumentException(
                    "a PNG cannot hold values from " + pixels.minimum() + " to " + pixels.maximum());
        }
        int type = pixels.samples() == 3
                ? BufferedImage.TYPE_3BYTE_BGR
                : pixels.maximum() > 255 ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        int[] row = new int[pixels.width() * pixels.samples()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            image.getRaster().setPixels(0, y, pixels.width(), 1, row);
        }
        return image;
    }

    static BufferedImage toImage(Mask mask) {
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = mask.get(x, y) ? 255 : 0;
            }
            image.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return image;
    }
}
