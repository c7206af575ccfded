package org.nlcen.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.CodecException;
import org.nlcen.image.PixelBlock;

/** The three tables of a palette colour image (PS3.3 C.7.6.3.1.5, C.7.9), segmented ones unfolded. */
final class Palette {
    private final int first;
    private final byte[][] tables;

    private Palette(int first, byte[][] tables) {
        this.first = first;
        this.tables = tables;
    }

    static Palette of(Attributes data, boolean signedInput) throws CodecException {
        int[] descriptors = {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor
        };
        int[] plain = {
            Tag.RedPaletteColorLookupTableData,
            Tag.GreenPaletteColorLookupTableData,
            Tag.BluePaletteColorLookupTableData
        };
        int[] segmented = {
            Tag.SegmentedRedPaletteColorLookupTableData,
            Tag.SegmentedGreenPaletteColorLookupTableData,
            Tag.SegmentedBluePaletteColorLookupTableData
        };
        byte[][] tables = new byte[3][];
        int first = 0;
        for (int i = 0; i < 3; i++) {
            int[] descriptor = data.getInts(descriptors[i]);
            if (descriptor == null || descriptor.length < 3) {
                throw CodecException.broken("its colour table is missing");
            }
            int count = (descriptor[0] & 0xffff) == 0 ? 65536 : descriptor[0] & 0xffff;
            int bits = descriptor[2] & 0xffff;
            first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xffff;
            byte[] bytes = data.getSafeBytes(plain[i]);
            byte[] folded = bytes == null ? data.getSafeBytes(segmented[i]) : null;
            tables[i] = folded != null
                    ? SegmentedTable.unfold(folded, count, bits, data.bigEndian())
                    : eightBits(bytes, count, bits, data.bigEndian());
        }
        return new Palette(first, tables);
    }

    private static byte[] eightBits(byte[] bytes, int count, int bits, boolean bigEndian) throws CodecException {
        if (bytes == null || bytes.length < count) {
            throw CodecException.broken("its colour table is too short");
        }
        byte[] table = new byte[count];
        boolean wide = bytes.length >= 2 * count;
        int high = bigEndian ? 0 : 1;
        int[] entries = new int[count];
        int largest = 0;
        for (int i = 0; i < count; i++) {
            entries[i] = wide ? (bytes[2 * i + high] & 0xff) << 8 | (bytes[2 * i + 1 - high] & 0xff) : bytes[i] & 0xff;
            largest = Math.max(largest, entries[i]);
        }
        // Many writers announce 16 bits and fill eight.
        int shift = wide && bits > 8 && largest > 255 ? bits - 8 : 0;
        for (int i = 0; i < count; i++) {
            table[i] = (byte) (entries[i] >> Math.min(8, shift));
        }
        return table;
    }

    /** Red, green, blue of palette indices; indices outside take the nearest entry. */
    PixelBlock apply(PixelBlock indices) {
        byte[] rgb = new byte[indices.width() * indices.height() * 3];
        int[] row = new int[indices.width()];
        int at = 0;
        for (int y = 0; y < indices.height(); y++) {
            indices.readRow(y, row);
            for (int index : row) {
                for (byte[] table : tables) {
                    long i = Math.max(0, Math.min(table.length - 1L, (long) index - first));
                    rgb[at++] = table[(int) i];
                }
            }
        }
        return PixelBlock.ofBytes(indices.width(), indices.height(), 3, rgb);
    }
}
