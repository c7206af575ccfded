package org.nlcen.dicom;

/** Luminance and chrominance to red, green, blue (PS3.3 C.7.6.3.1.2, ITU-R BT.601). */
final class Ybr {
    private Ybr() {}

    /**
     * Writes three bytes.
     *
     * @param partial whether luminance spans 16..235 and chrominance 16..240 (YBR_PARTIAL)
     */
    static void toRgb(int y, int cb, int cr, boolean partial, byte[] out, int at) {
        double luma = partial ? (y - 16) * 255.0 / 219 : y;
        double scale = partial ? 255.0 / 224 : 1;
        double blue = (cb - 128) * scale;
        double red = (cr - 128) * scale;
        out[at] = clip(luma + 1.402 * red);
        out[at + 1] = clip(luma - 0.344136 * blue - 0.714136 * red);
        out[at + 2] = clip(luma + 1.772 * blue);
    }

    private static byte clip(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
