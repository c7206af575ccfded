package org.nlcen.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture at full, half, quarter, ... size. Pixel {@code (x, y)} of level {@code n} is the rounded mean of the source
 * pixels from {@code (x, y) * 2^n} on, so coordinates divide by {@code 2^n} exactly, also at odd sizes. Padding has no
 * part in a mean unless there is nothing else. Immutable, may be shared by threads and panes.
 */
public final class MipPyramid {
    private static final int SMALLEST = 64;

    private final SourceImage image;
    private final List<PixelBlock> levels;

    private MipPyramid(SourceImage image, List<PixelBlock> levels) {
        this.image = image;
        this.levels = levels;
    }

    /** All levels down to one of at most {@value #SMALLEST} pixels a side; a third more memory than the picture. */
    public static MipPyramid of(SourceImage image) {
        List<PixelBlock> levels = new ArrayList<>();
        PixelBlock level = image.pixels();
        levels.add(level);
        while (Math.max(level.width(), level.height()) > SMALLEST) {
            level = half(level, image.padding().orElse(null));
            levels.add(level);
        }
        return new MipPyramid(image, List.copyOf(levels));
    }

    public SourceImage image() {
        return image;
    }

    public int levels() {
        return levels.size();
    }

    /** Level 0 is the picture itself. */
    public PixelBlock level(int level) {
        return levels.get(level);
    }

    /** The smallest level that still has a pixel for each screen pixel, at {@code zoom} screen pixels per pixel. */
    public int levelFor(double zoom) {
        int level = 0;
        double scale = zoom;
        while (level < levels.size() - 1 && scale <= 0.5) {
            scale *= 2;
            level++;
        }
        return level;
    }

    private static PixelBlock half(PixelBlock pixels, SourceImage.Padding padding) {
        int samples = pixels.samples();
        int width = (pixels.width() + 1) / 2;
        int height = (pixels.height() + 1) / 2;
        Narrow values = new Narrow(pixels, width * height * samples);
        int[] upper = new int[pixels.width() * samples];
        int[] lower = new int[upper.length];
        int out = 0;
        for (int y = 0; y < height; y++) {
            pixels.readRow(2 * y, upper);
            boolean two = 2 * y + 1 < pixels.height();
            if (two) {
                pixels.readRow(2 * y + 1, lower);
            }
            int[] second = two ? lower : upper;
            for (int x = 0; x < width; x++) {
                int left = 2 * x * samples;
                int right = 2 * x + 1 < pixels.width() ? left + samples : left;
                for (int s = 0; s < samples; s++) {
                    int a = upper[left + s];
                    int b = upper[right + s];
                    int c = second[left + s];
                    int d = second[right + s];
                    values.set(out++, padding == null ? mean(a, b, c, d) : mean(a, b, c, d, padding));
                }
            }
        }
        return values.block(width, height, samples);
    }

    private static int mean(int a, int b, int c, int d) {
        return (int) (((long) a + b + c + d + 2) >> 2);
    }

    private static int mean(int a, int b, int c, int d, SourceImage.Padding padding) {
        long sum = 0;
        int count = 0;
        for (int value : new int[] {a, b, c, d}) {
            if (!padding.contains(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? a : (int) Math.floorDiv(2 * sum + count, 2L * count);
    }

    /** The narrowest array for a block's values. */
    private static final class Narrow {
        private final byte[] bytes;
        private final short[] shorts;
        private final int[] ints;
        private final boolean signed;

        Narrow(PixelBlock like, int length) {
            signed = like.minimum() < 0;
            boolean fitsByte = !signed && like.maximum() <= 255;
            boolean fitsShort = signed
                    ? like.minimum() >= Short.MIN_VALUE && like.maximum() <= Short.MAX_VALUE
                    : like.maximum() <= 65535;
            bytes = fitsByte ? new byte[length] : null;
            shorts = !fitsByte && fitsShort ? new short[length] : null;
            ints = fitsByte || fitsShort ? null : new int[length];
        }

        void set(int i, int value) {
            if (bytes != null) {
                bytes[i] = (byte) value;
            } else if (shorts != null) {
                shorts[i] = (short) value;
            } else {
                ints[i] = value;
            }
        }

        PixelBlock block(int width, int height, int samples) {
            if (bytes != null) {
                return PixelBlock.ofBytes(width, height, samples, bytes);
            }
            return shorts != null
                    ? PixelBlock.ofShorts(width, height, samples, shorts, signed)
                    : PixelBlock.ofInts(width, height, samples, ints);
        }
    }
}
