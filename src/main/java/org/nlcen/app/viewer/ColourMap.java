package org.nlcen.app.viewer;

/**
 * Viridis (Smith and van der Walt 2015): brightness rises evenly with the value, and people with any colour blindness, or a
 * grey printer, see the same order.
 */
public final class ColourMap {
    private static final int[] ANCHORS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private static final int STEPS = 256;
    private static final int[] TABLE = new int[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            double at = i * (ANCHORS.length - 1) / (double) (STEPS - 1);
            int low = Math.min((int) at, ANCHORS.length - 2);
            TABLE[i] = Argb.blend(ANCHORS[low], ANCHORS[low + 1], at - low);
        }
    }

    private ColourMap() {}

    /** The colour of a value within 0..1; values beyond take the end's colour, not a number the lowest. */
    public static int argb(double part) {
        return TABLE[Argb.clip((int) Math.round(part * (STEPS - 1)))];
    }

    /** For a style sheet: {@code #rrggbb}. */
    public static String web(double part) {
        return String.format("#%06x", argb(part) & 0xffffff);
    }

    /** Whether dark writing is read better on a value's colour than light writing. */
    public static boolean bright(double part) {
        int argb = argb(part);
        double luminance = 0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff);
        return luminance > 140;
    }

    /** A style sheet's gradient from the lowest value on the left to the highest on the right. */
    public static String gradient() {
        StringBuilder stops = new StringBuilder("linear-gradient(to right");
        for (int i = 0; i < ANCHORS.length; i++) {
            stops.append(String.format(", #%06x %d%%", ANCHORS[i], i * 100 / (ANCHORS.length - 1)));
        }
        return stops.append(')').toString();
    }
}
