package org.nlcen.app.viewer;

/** Opaque pixels as 0xAARRGGBB. */
final class Argb {
    private Argb() {}

    static int of(int red, int green, int blue) {
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    static int clip(int level) {
        return Math.max(0, Math.min(255, level));
    }

    /** {@code part} of {@code over} laid over the rest of {@code under}; {@code part} within 0..1. */
    static int blend(int under, int over, double part) {
        int weight = (int) (part * 256);
        int rest = 256 - weight;
        int redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * weight) >>> 8 & 0xff00ff;
        int green = ((under & 0x00ff00) * rest + (over & 0x00ff00) * weight) >>> 8 & 0x00ff00;
        return 0xff000000 | redBlue | green;
    }
}
