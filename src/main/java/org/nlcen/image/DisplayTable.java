package org.nlcen.image;

/**
 * Screen colours of stored values: modality, window and inversion in one lookup, made anew for each window. Immutable.
 */
public final class DisplayTable {
    private static final int MOST_ENTRIES = 1 << 20;
    private static final int OPAQUE = 0xff000000;

    private final int first;
    private final int shift;
    private final int[] argb;

    private DisplayTable(int first, int shift, int[] argb) {
        this.first = first;
        this.shift = shift;
        this.argb = argb;
    }

    /**
     * The table of a picture's stored values. Ranges of more than 2^20 values share entries between neighbours.
     *
     * <p>Shades are turned once if either the picture is stored inverted (MONOCHROME1) or the user asks for it, not at
     * all if both. Padding is black either way. For colour pictures the table holds for each sample.
     */
    static DisplayTable of(SourceImage image, VoiTransform voi, boolean invert) {
        PixelBlock pixels = image.pixels();
        int first = pixels.minimum();
        int shift = Histogram.shiftFor(first, pixels.maximum(), MOST_ENTRIES);
        int[] argb = new int[((pixels.maximum() - first) >>> shift) + 1];
        boolean turned = invert != image.inverted();
        SourceImage.Padding padding = image.padding().orElse(null);
        int half = shift == 0 ? 0 : 1 << (shift - 1);
        for (int i = 0; i < argb.length; i++) {
            int stored = first + (i << shift) + half;
            double shade = voi.apply(image.modality().apply(stored));
            int level = (int) Math.round((turned ? 1 - shade : shade) * 255);
            boolean outside = padding != null && padding.contains(stored);
            argb[i] = OPAQUE | (outside ? 0 : level * 0x010101);
        }
        return new DisplayTable(first, shift, argb);
    }

    /** Opaque colour of a stored value; values outside the picture's range take the nearest entry. */
    public int argb(int stored) {
        if (stored < first) {
            return argb[0];
        }
        // the difference may exceed 2^31 and is right as an unsigned number
        int index = (stored - first) >>> shift;
        return argb[Math.min(index, argb.length - 1)];
    }

    /** Shade 0..255 of a stored value. */
    public int shade(int stored) {
        return argb(stored) & 0xff;
    }

    /** Opaque colour of a stored red, green, blue pixel. */
    public int argb(int red, int green, int blue) {
        return OPAQUE | shade(red) << 16 | shade(green) << 8 | shade(blue);
    }
}
