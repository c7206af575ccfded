package org.nlcen.dicom;

import java.util.Optional;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.CodecException;
import org.nlcen.dicom.codec.FrameDecoder.Decoded;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.image.PixelBlock;

/** From stored colour values to red, green, blue of eight bits (PS3.3 C.7.6.3.1.2). */
final class ColourModel {
    private ColourModel() {}

    /** The colour picture, or none for a grey one. */
    static Optional<PixelBlock> toRgb(Decoded decoded, PixelFormat format, Attributes data) throws CodecException {
        PixelBlock values = decoded.values();
        String photometric = decoded.photometric();
        if (photometric.equals("PALETTE COLOR") && values.samples() == 1) {
            return Optional.of(Palette.of(data, format.signed()).apply(values));
        }
        if (values.samples() == 1) {
            return Optional.empty();
        }
        int shift = Math.max(0, format.bitsStored() - 8);
        boolean luminance = photometric.startsWith("YBR_FULL") || photometric.equals("YBR_PARTIAL_422");
        boolean partial = photometric.startsWith("YBR_PARTIAL");
        byte[] rgb = new byte[values.width() * values.height() * 3];
        int[] row = new int[values.width() * 3];
        int at = 0;
        for (int y = 0; y < values.height(); y++) {
            values.readRow(y, row);
            for (int x = 0; x < row.length; x += 3) {
                int a = row[x] >>> shift;
                int b = row[x + 1] >>> shift;
                int c = row[x + 2] >>> shift;
                if (luminance || partial) {
                    Ybr.toRgb(a, b, c, partial, rgb, at);
                } else {
                    rgb[at] = (byte) a;
                    rgb[at + 1] = (byte) b;
                    rgb[at + 2] = (byte) c;
                }
                at += 3;
            }
        }
        return Optional.of(PixelBlock.ofBytes(values.width(), values.height(), 3, rgb));
    }
}
