package org.nlcen.dicom.codec;

/** Luminance and chrominance to red, green, blue (PS3.3 C.7.6.3.1.2, ITU-R BT.601). */
public final class Ybr {
    private Ybr() {}

    /**
     * Replaces one pixel's Y, Cb, Cr by R, G, B.
     *
     * @param values samples within 0..2^bits - 1, changed in place
     * @param at position of Y
     * @param partial whether luminance spans 16..235 and chrominance 16..240 of 255 (YBR_PARTIAL)
     */
    public static void toRgb(int[] values, int at, int bits, boolean partial) {
        int full = (1 << bits) - 1;
        int middle = 1 << (bits - 1);
        double scale = partial ? 255.0 / 224 : 1;
        double luma = partial ? (values[at] - 16.0 * full / 255) * 255 / 219 : values[at];
        double blue = (values[at + 1] - middle) * scale;
        double red = (values[at + 2] - middle) * scale;
        values[at] = clip(luma + 1.402 * red, full);
        values[at + 1] = clip(luma - 0.344136 * blue - 0.714136 * red, full);
        values[at + 2] = clip(luma + 1.772 * blue, full);
    }

    private static int clip(double value, int full) {
        return (int) Math.max(0, Math.min(full, Math.round(value)));
    }
}
