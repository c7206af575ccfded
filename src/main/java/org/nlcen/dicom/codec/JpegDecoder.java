package org.nlcen.dicom.codec;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG of every process DICOM uses: 8 bits and lossless by TwelveMonkeys' reader, 12 bits by our own decoder. */
final class JpegDecoder {
    private JpegDecoder() {}

    /** Samples side by side in the code stream's own colour space, unsigned. */
    static int[] decode(byte[] stream, JpegHeader header) throws CodecException {
        return switch (header.process()) {
            case JpegHeader.BASELINE, JpegHeader.EXTENDED -> {
                if (header.precision() == 12) {
                    yield ExtendedJpegDecoder.decode(stream, header);
                }
                yield library(stream, header);
            }
            case JpegHeader.PROGRESSIVE -> {
                if (header.precision() != 8) {
                    throw CodecException.unsupported("progressive JPEG of 12 bits is not read");
                }
                yield library(stream, header);
            }
            case JpegHeader.LOSSLESS -> library(stream, header);
            default ->
                throw CodecException.unsupported(
                        "this process of JPEG (SOF{0}) is not read", header.process() - JpegHeader.BASELINE);
        };
    }

    private static int[] library(byte[] stream, JpegHeader header) throws CodecException {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(withoutApplicationData(stream)))) {
            ImageReader reader = ImageIoProviders.newJpegReader();
            try {
                boolean[] damaged = new boolean[1];
                reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= tellsOfLoss(warning));
                reader.setInput(in, true, true);
                Raster raster = reader.readRaster(0, null);
                if (damaged[0]) {
                    throw CodecException.broken("the JPEG data are damaged or end too early");
                }
                return samples(raster, header);
            } finally {
                reader.dispose();
            }
        } catch (CodecException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw CodecException.broken("the JPEG data are damaged", e);
        }
    }

    /** Whether the platform's decoder went on with made-up pixels; stray bytes between markers are harmless. */
    private static boolean tellsOfLoss(String warning) {
        boolean lost = warning.contains("Premature end") || warning.contains("Corrupt JPEG data");
        return lost && !warning.contains("extraneous bytes");
    }

    /** Application segments are left out: they decide nothing here, and readers fail on damaged ones. */
    private static byte[] withoutApplicationData(byte[] stream) throws CodecException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length);
        SegmentReader in = new SegmentReader(stream);
        int kept = 0;
        while (in.next() && in.marker() != JpegHeader.SOS) {
            if (in.marker() >= 0xe0 && in.marker() <= 0xef || in.marker() == 0xfe) {
                int start = in.end() - in.length() - 4;
                out.write(stream, kept, start - kept);
                kept = in.end();
            }
        }
        out.write(stream, kept, stream.length - kept);
        return out.toByteArray();
    }

    private static int[] samples(Raster raster, JpegHeader header) throws CodecException {
        int bands = header.components().size();
        if (raster.getWidth() != header.width()
                || raster.getHeight() != header.height()
                || raster.getNumBands() != bands) {
            throw CodecException.broken("the JPEG data hold another picture than they announce");
        }
        int[] values = raster.getPixels(0, 0, header.width(), header.height(), (int[]) null);
        if (raster.getTransferType() == DataBuffer.TYPE_SHORT) {
            for (int i = 0; i < values.length; i++) {
                values[i] &= 0xffff;
            }
        }
        return values;
    }
}
