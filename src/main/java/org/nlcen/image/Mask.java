package org.nlcen.image;

import java.util.BitSet;
import java.util.Objects;

/** A binary picture: which pixels belong to the structure. Immutable; rows from the top, pixels from the left. */
public final class Mask {
    private final int width;
    private final int height;
    private final BitSet bits;

    private Mask(int width, int height, BitSet bits) {
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /** A mask of {@code width * height} pixels, row by row; the array is copied. */
    public static Mask of(int width, int height, boolean[] pixels) {
        check(width, height, pixels.length);
        BitSet bits = new BitSet(pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            bits.set(i, pixels[i]);
        }
        return new Mask(width, height, bits);
    }

    /** A mask of the pixels in {@code foreground}, by their position in row order; the set is copied. */
    public static Mask of(int width, int height, BitSet foreground) {
        check(width, height, Math.multiplyExact(width, height));
        if (foreground.length() > width * height) {
            throw new IllegalArgumentException("pixels past the end of " + width + "x" + height);
        }
        return new Mask(width, height, (BitSet) foreground.clone());
    }

    /** Pixels whose probability is at least one half: the arg-max of two classes. NaN is background. */
    public static Mask ofProbabilities(int width, int height, float[] foreground) {
        check(width, height, foreground.length);
        BitSet bits = new BitSet(foreground.length);
        for (int i = 0; i < foreground.length; i++) {
            bits.set(i, foreground[i] >= 0.5f);
        }
        return new Mask(width, height, bits);
    }

    /** All background. */
    public static Mask empty(int width, int height) {
        check(width, height, Math.multiplyExact(width, height));
        return new Mask(width, height, new BitSet());
    }

    private static void check(int width, int height, int length) {
        if (width < 1 || height < 1 || Math.multiplyExact(width, height) != length) {
            throw new IllegalArgumentException("expected " + width + "x" + height + " pixels, got " + length);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean get(int x, int y) {
        return bits.get(Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width));
    }

    /** Pixel by its position in row order. */
    public boolean get(int index) {
        return bits.get(index);
    }

    /** Number of foreground pixels. */
    public int area() {
        return bits.cardinality();
    }

    /** Foreground and background exchanged. */
    public Mask inverse() {
        BitSet flipped = (BitSet) bits.clone();
        flipped.flip(0, width * height);
        return new Mask(width, height, flipped);
    }

    /** Number of pixels that are foreground in both; the masks must have one size. */
    public int intersection(Mask other) {
        requireSameSize(other);
        BitSet both = (BitSet) bits.clone();
        both.and(other.bits);
        return both.cardinality();
    }

    /** Throws {@link IllegalArgumentException} unless both masks have one size. */
    public void requireSameSize(Mask other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException(
                    "masks differ in size: " + width + "x" + height + " and " + other.width + "x" + other.height);
        }
    }

    /** A copy as booleans, row by row. */
    public boolean[] toBooleans() {
        boolean[] pixels = new boolean[width * height];
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            pixels[i] = true;
        }
        return pixels;
    }

    /** A copy as a set of the foreground's positions in row order. */
    public BitSet toBits() {
        return (BitSet) bits.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask && width == mask.width && height == mask.height && bits.equals(mask.bits);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + bits.hashCode();
    }

    @Override
    public String toString() {
        return "Mask " + width + "x" + height + ", area " + area();
    }
}
