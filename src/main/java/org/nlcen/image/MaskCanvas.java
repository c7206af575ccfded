package org.nlcen.image;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

import org.nlcen.image.measure.Region;

/**
 * A mask that is drawn on. One stroke is everything between {@link #begin} and {@link #end}, which tells what it changed
 * so that it can be taken back. Not safe for several threads.
 */
public final class MaskCanvas {
    private static final int WORD = 64;

    private final int width;
    private final int height;
    private final BitSet bits;
    private BitSet before;

    /**
     * What a stroke changed: pixels to be exchanged.
     *
     * @param firstWord position of the first word of 64 pixels
     * @param words ones where a pixel is exchanged
     */
    public record Patch(int firstWord, long[] words) {}

    private MaskCanvas(int width, int height, BitSet bits) {
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /** All background. */
    public MaskCanvas(int width, int height) {
        this(width, height, new BitSet(Math.multiplyExact(width, height)));
    }

    /** The mask stretched to this size, each pixel taking the one of the mask under its centre. */
    public static MaskCanvas of(Mask mask, int width, int height) {
        MaskCanvas canvas = new MaskCanvas(width, height);
        for (int y = 0; y < height; y++) {
            int row = (int) ((y + 0.5) * mask.height() / height);
            for (int x = 0; x < width; x++) {
                int column = (int) ((x + 0.5) * mask.width() / width);
                if (mask.get(row * mask.width() + column)) {
                    canvas.bits.set(y * width + x);
                }
            }
        }
        return canvas;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Pixel by its position in row order. */
    public boolean get(int index) {
        return bits.get(index);
    }

    /** The mask as it is now; later strokes do not change it. */
    public Mask toMask() {
        return Mask.of(width, height, bits);
    }

    /** A stroke begins. */
    public void begin() {
        before = (BitSet) bits.clone();
    }

    /** The stroke ends; tells what it changed, a patch without words where nothing. */
    public Patch end() {
        before.xor(bits);
        int first = Math.max(0, before.nextSetBit(0)) / WORD;
        long[] words = before.get(first * WORD, Math.max(first * WORD, before.length()))
                .toLongArray();
        before = null;
        return new Patch(first, words);
    }

    /** Exchanges the pixels of a patch: takes a stroke back, or does it again. */
    public void exchange(Patch patch) {
        BitSet changed = BitSet.valueOf(patch.words());
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            bits.flip(patch.firstWord() * WORD + i);
        }
    }

    /**
     * Draws a round brush along a line: all pixels whose centre is nowhere farther than the radius.
     *
     * @param radiusX in columns, above 0
     * @param radiusY in rows; differs where pixels are not square
     * @param value foreground, or background for an eraser
     */
    public void brush(Point from, Point to, double radiusX, double radiusY, boolean value) {
        int top = clip(Math.min(from.y(), to.y()) - radiusY, height);
        int bottom = clip(Math.max(from.y(), to.y()) + radiusY + 1, height);
        int left = clip(Math.min(from.x(), to.x()) - radiusX, width);
        int right = clip(Math.max(from.x(), to.x()) + radiusX + 1, width);
        double dx = (to.x() - from.x()) / radiusX;
        double dy = (to.y() - from.y()) / radiusY;
        double square = dx * dx + dy * dy;
        for (int y = top; y < bottom; y++) {
            double py = (y + 0.5 - from.y()) / radiusY;
            for (int x = left; x < right; x++) {
                double px = (x + 0.5 - from.x()) / radiusX;
                double part = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                double awayX = px - part * dx;
                double awayY = py - part * dy;
                if (awayX * awayX + awayY * awayY <= 1) {
                    bits.set(y * width + x, value);
                }
            }
        }
    }

    /** Fills or empties all pixels of a region. */
    public void fill(Region region, boolean value) {
        region.scan(width, height, (y, from, to) -> bits.set(y * width + from, y * width + to, value));
    }

    /** Exchanges all pixels that hang together with this one by their sides: fills a hole, removes an island. */
    public void flood(int x, int y) {
        boolean old = bits.get(y * width + x);
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.push(y * width + x);
        while (!waiting.isEmpty()) {
            int at = waiting.pop();
            if (bits.get(at) != old) {
                continue;
            }
            int row = at / width * width;
            int from = at;
            while (from > row && bits.get(from - 1) == old) {
                from--;
            }
            int to = at + 1;
            while (to < row + width && bits.get(to) == old) {
                to++;
            }
            bits.set(from, to, !old);
            seek(waiting, row - width, from - row, to - row, old);
            seek(waiting, row + width, from - row, to - row, old);
        }
    }

    /** Remembers one pixel of each run of {@code old} in part of a row. */
    private void seek(Deque<Integer> waiting, int row, int from, int to, boolean old) {
        if (row < 0 || row >= width * height) {
            return;
        }
        boolean run = false;
        for (int x = from; x < to; x++) {
            boolean same = bits.get(row + x) == old;
            if (same && !run) {
                waiting.push(row + x);
            }
            run = same;
        }
    }

    /** Replaces everything by a mask of this size. */
    public void set(Mask mask) {
        for (int i = 0; i < width * height; i++) {
            bits.set(i, mask.get(i));
        }
    }

    /** All background. */
    public void clear() {
        bits.clear();
    }

    private static int clip(double place, int size) {
        return (int) Math.max(0, Math.min(size, Math.floor(place)));
    }
}
