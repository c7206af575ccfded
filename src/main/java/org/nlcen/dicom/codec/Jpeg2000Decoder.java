package org.nlcen.dicom.codec;

import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import jj2000.j2k.NotImplementedError;

/** JPEG 2000 (ITU-T T.800) by jai-imageio, behind checks and repairs of the code stream. */
final class Jpeg2000Decoder {
    private Jpeg2000Decoder() {}

    /** Samples side by side; the colour transform of the code stream is undone. */
    static int[] decode(byte[] stream, Jpeg2000Header header) throws CodecException {
        byte[] mended = stream.clone();
        Jpeg2000Header.completeTileParts(mended);
        boolean ownTransform = header.colourTransform() && !header.reversible() && header.components() == 3;
        if (ownTransform) {
            // The library's irreversible transform adds almost one grey level; the reversible one is exact.
            Jpeg2000Header.dropColourTransform(mended);
        }
        int[] values = library(mended, header);
        for (int i = 0; ownTransform && i < values.length; i += 3) {
            Ybr.toRgb(values, i, header.precision(), false);
        }
        return values;
    }

    private static int[] library(byte[] mended, Jpeg2000Header header) throws CodecException {
        try (ImageInputStream in = new BoundedImageInput(mended)) {
            J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
            try {
                reader.setInput(in, true, true);
                Raster raster = reader.readRaster(0, null);
                if (raster.getWidth() != header.width()
                        || raster.getHeight() != header.height()
                        || raster.getNumBands() != header.components()) {
                    throw CodecException.broken("the JPEG 2000 data hold another picture than they announce");
                }
                return raster.getPixels(
                        raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
            } finally {
                reader.dispose();
            }
        } catch (CodecException e) {
            throw e;
        } catch (IOException | RuntimeException | ThreadDeath | NotImplementedError e) {
            // The library ends its thread, or throws an error of its own, where it meets damage.
            throw CodecException.broken("the JPEG 2000 data are damaged", e);
        }
    }
}
