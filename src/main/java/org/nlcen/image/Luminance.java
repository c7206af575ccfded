package org.nlcen.image;

/** Brightness of a colour as ITU-R BT.601 weighs it, on the scale of its samples. */
public final class Luminance {
    private Luminance() {}

    /** Of red, green and blue on one scale, on that scale. */
    public static double of(double red, double green, double blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
