package org.nlcen.metric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.nlcen.image.Mask;

/** Connected pieces of a mask; pixels that touch at a corner belong together. */
final class Components {

    /** One piece by its pixels' positions in row order, and its centre in continuous coordinates. */
    record Piece(BitSet pixels, int area, double centreX, double centreY) {}

    private Components() {}

    static List<Piece> of(Mask mask) {
        int width = mask.width();
        int height = mask.height();
        BitSet left = new BitSet(width * height);
        for (int i = 0; i < width * height; i++) {
            left.set(i, mask.get(i));
        }
        List<Piece> pieces = new ArrayList<>();
        int[] queue = new int[mask.area()];
        for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(start)) {
            pieces.add(piece(left, start, width, height, queue));
        }
        return pieces;
    }

    private static Piece piece(BitSet left, int start, int width, int height, int[] queue) {
        BitSet pixels = new BitSet();
        double sumX = 0;
        double sumY = 0;
        int area = 0;
        int end = 1;
        queue[0] = start;
        left.clear(start);
        while (area < end) {
            int pixel = queue[area++];
            int x = pixel % width;
            int y = pixel / width;
            pixels.set(pixel);
            sumX += x + 0.5;
            sumY += y + 0.5;
            for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                    if (left.get(v * width + u)) {
                        left.clear(v * width + u);
                        queue[end++] = v * width + u;
                    }
                }
            }
        }
        return new Piece(pixels, area, sumX / area, sumY / area);
    }
}
