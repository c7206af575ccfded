package org.nlcen.image;

import java.util.Objects;

/**
 * The stored values of one frame: {@code height} rows of {@code width} pixels of {@code samples} interleaved samples,
 * sign already extended, nothing rescaled.
 *
 * <p>Values are kept in the narrowest array that holds them. The block owns its array; callers hand it over and must
 * not write to it afterwards, so blocks can be shared between threads.
 */
public final class PixelBlock {
    private final int width;
    private final int height;
    private final int samples;
    private final Object storage;
    private final boolean signed;
    private final int minimum;
    private final int maximum;

    private PixelBlock(int width, int height, int samples, Object storage, boolean signed, int length) {
        if (width < 1 || height < 1 || (samples != 1 && samples != 3)) {
            throw new IllegalArgumentException("no such picture: " + width + "x" + height + "x" + samples);
        }
        if (Math.multiplyExact(Math.multiplyExact(width, height), samples) != length) {
            throw new IllegalArgumentException(
                    "expected " + width + "x" + height + "x" + samples + " values, got " + length);
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.storage = storage;
        this.signed = signed;
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        int[] row = new int[width * samples];
        for (int y = 0; y < height; y++) {
            readRow(y, row);
            for (int value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        this.minimum = low;
        this.maximum = high;
    }

    /** Unsigned 8-bit samples. */
    public static PixelBlock ofBytes(int width, int height, int samples, byte[] values) {
        return new PixelBlock(width, height, samples, values, false, values.length);
    }

    /** 16-bit samples, read as two's complement where {@code signed}, else as 0..65535. */
    public static PixelBlock ofShorts(int width, int height, int samples, short[] values, boolean signed) {
        return new PixelBlock(width, height, samples, values, signed, values.length);
    }

    /** Any values that fit in 32 bits. */
    public static PixelBlock ofInts(int width, int height, int samples, int[] values) {
        return new PixelBlock(width, height, samples, values, true, values.length);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Samples per pixel: 1 (grey) or 3 (red, green, blue). */
    public int samples() {
        return samples;
    }

    /** Smallest stored value of all samples. */
    public int minimum() {
        return minimum;
    }

    /** Largest stored value of all samples. */
    public int maximum() {
        return maximum;
    }

    /**
     * Copies one row into {@code out}, widened to int.
     *
     * @param y row, 0 at the top
     * @param out at least {@code width * samples} long; owned by the caller
     */
    public void readRow(int y, int[] out) {
        Objects.checkIndex(y, height);
        int n = width * samples;
        int offset = y * n;
        if (storage instanceof byte[] bytes) {
            for (int i = 0; i < n; i++) {
                out[i] = bytes[offset + i] & 0xff;
            }
        } else if (storage instanceof short[] shorts) {
            int mask = signed ? -1 : 0xffff;
            for (int i = 0; i < n; i++) {
                out[i] = shorts[offset + i] & mask;
            }
        } else {
            System.arraycopy((int[]) storage, offset, out, 0, n);
        }
    }

    /** One stored value; for probes and tests, use {@link #readRow} for whole pictures. */
    public int value(int x, int y, int sample) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        int i = (y * width + x) * samples + Objects.checkIndex(sample, samples);
        if (storage instanceof byte[] bytes) {
            return bytes[i] & 0xff;
        }
        if (storage instanceof short[] shorts) {
            return signed ? shorts[i] : shorts[i] & 0xffff;
        }
        return ((int[]) storage)[i];
    }
}
