package org.nlcen.dicom;

import java.util.Optional;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.CodecException;
import org.nlcen.dicom.codec.FrameDecoder.Decoded;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.dicom.codec.Ybr;
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
        boolean partial = photometric.startsWith("YBR_PARTIAL");
        boolean luminance = partial || photometric.startsWith("YBR_FULL");
        byte[] rgb = new byte[values.width() * values.height() * 3];
        int[] row = new int[values.width() * 3];
        int at = 0;
        for (int y = 0; y < values.height(); y++) {
            values.readRow(y, row);
            for (int x = 0; x < row.length; x += 3) {
                for (int c = x; c < x + 3; c++) {
                    row[c] >>>= shift;
                }
                if (luminance) {
                    Ybr.toRgb(row, x, 8, partial);
                }
                for (int c = x; c < x + 3; c++) {
                    rgb[at++] = (byte) row[c];
                }
            }
        }
        return Optional.of(PixelBlock.ofBytes(values.width(), values.height(), 3, rgb));
    }
}
