package org.nlcen.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.dicom.codec.FrameDecoder;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.image.Mask;

/** Reads the sixteen overlay groups 6000, 6002, ... 601E of one frame. */
final class OverlayReader {
    private static final int GROUPS = 16;
    private static final int GROUP_STEP = 0x00020000;

    private final Attributes data;
    private final PixelFormat format;
    private final FrameDecoder decoder;

    OverlayReader(Attributes data, PixelFormat format, FrameDecoder decoder) {
        this.data = data;
        this.format = format;
        this.decoder = decoder;
    }

    /** The overlays that show on a frame; damaged ones are left out. */
    List<Overlay> read(int frame) throws IOException {
        List<Overlay> overlays = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            Optional<Mask> mask = mask(group * GROUP_STEP, frame);
            if (mask.isPresent()) {
                String fallback = "Overlay " + (overlays.size() + 1);
                String label = data.getString(Tag.OverlayLabel + group * GROUP_STEP, fallback);
                boolean graphics = !"R".equals(data.getString(Tag.OverlayType + group * GROUP_STEP, "G"));
                overlays.add(new Overlay(label.isBlank() ? fallback : label.trim(), graphics, mask.get()));
            }
        }
        return overlays;
    }

    private Optional<Mask> mask(int offset, int frame) throws IOException {
        int rows = data.getInt(Tag.OverlayRows + offset, 0);
        int columns = data.getInt(Tag.OverlayColumns + offset, 0);
        if (rows < 1 || columns < 1 || (long) rows * columns > format.length() * 4L) {
            return Optional.empty();
        }
        byte[] packed = data.getSafeBytes(Tag.OverlayData + offset);
        if (packed == null || packed.length == 0) {
            return embedded(offset, frame);
        }
        int frames = Math.max(1, data.getInt(Tag.NumberOfFramesInOverlay + offset, 1));
        int first = data.getInt(Tag.ImageFrameOrigin + offset, 1) - 1;
        int index = frames == 1 && first == 0 ? 0 : frame - first;
        long firstBit = (long) index * rows * columns;
        if (index < 0 || index >= frames || (firstBit + (long) rows * columns + 7) / 8 > packed.length) {
            return Optional.empty();
        }
        boolean[] bits = new boolean[rows * columns];
        boolean swapped =
                data.bigEndian() && data.getVR(Tag.OverlayData + offset).name().equals("OW");
        for (int i = 0; i < bits.length; i++) {
            long bit = firstBit + i;
            int at = (int) (bit >> 3) ^ (swapped ? 1 : 0);
            bits[i] = (packed[Math.min(at, packed.length - 1)] >> (bit & 7) & 1) == 1;
        }
        return Optional.of(place(bits, rows, columns, data.getInts(Tag.OverlayOrigin + offset)));
    }

    /** Lays an overlay on the image; its origin counts from 1 and may lie outside. */
    private Mask place(boolean[] bits, int rows, int columns, int[] origin) {
        int top = origin == null || origin.length < 2 ? 0 : (short) origin[0] - 1;
        int left = origin == null || origin.length < 2 ? 0 : (short) origin[1] - 1;
        boolean[] pixels = new boolean[format.rows() * format.columns()];
        for (int y = Math.max(0, -top); y < rows && y + top < format.rows(); y++) {
            for (int x = Math.max(0, -left); x < columns && x + left < format.columns(); x++) {
                pixels[(y + top) * format.columns() + x + left] = bits[y * columns + x];
            }
        }
        return Mask.of(format.columns(), format.rows(), pixels);
    }

    /** Overlay bits kept in unused bits of the pixel cells (retired, but still met). */
    private Optional<Mask> embedded(int offset, int frame) throws IOException {
        int position = data.getInt(Tag.OverlayBitPosition + offset, 0);
        boolean unused = position > format.highBit() || position <= format.highBit() - format.bitsStored();
        boolean usable = data.getInt(Tag.OverlayBitsAllocated + offset, 0) == format.bitsAllocated()
                && position >= 0
                && position < format.bitsAllocated()
                && unused
                && format.samples() == 1;
        return usable
                ? decoder.bitPlane(frame, position).map(bits -> Mask.of(format.columns(), format.rows(), bits))
                : Optional.empty();
    }
}
