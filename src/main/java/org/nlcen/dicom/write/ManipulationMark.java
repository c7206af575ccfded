package org.nlcen.dicom.write;

import java.util.Arrays;

/** A strip with white capitals below the picture, so that no copy of it passes for a genuine image. */
final class ManipulationMark {
    private static final String LETTERS = "ACDEGHILMNOPRSTUY-";
    /** Five columns a letter, the lowest bit at the top. */
    private static final int[][] GLYPHS = {
        {0x7e, 0x09, 0x09, 0x09, 0x7e},
        {0x3e, 0x41, 0x41, 0x41, 0x22},
        {0x7f, 0x41, 0x41, 0x22, 0x1c},
        {0x7f, 0x49, 0x49, 0x49, 0x41},
        {0x3e, 0x41, 0x49, 0x49, 0x7a},
        {0x7f, 0x08, 0x08, 0x08, 0x7f},
        {0x00, 0x41, 0x7f, 0x41, 0x00},
        {0x7f, 0x40, 0x40, 0x40, 0x40},
        {0x7f, 0x02, 0x0c, 0x02, 0x7f},
        {0x7f, 0x04, 0x08, 0x10, 0x7f},
        {0x3e, 0x41, 0x41, 0x41, 0x3e},
        {0x7f, 0x09, 0x09, 0x09, 0x06},
        {0x7f, 0x09, 0x19, 0x29, 0x46},
        {0x46, 0x49, 0x49, 0x49, 0x31},
        {0x01, 0x01, 0x7f, 0x01, 0x01},
        {0x3f, 0x40, 0x40, 0x40, 0x3f},
        {0x07, 0x08, 0x70, 0x08, 0x07},
        {0x08, 0x08, 0x08, 0x08, 0x08}
    };

    private static final int ADVANCE = 6;
    private static final int LINE = 11;

    private ManipulationMark() {}

    /** Rows the strip adds below a picture of this width. */
    static int height(int width, String text) {
        return LINE * scale(width, text);
    }

    private static int scale(int width, String text) {
        return Math.max(1, width / (ADVANCE * text.length() + 4));
    }

    /**
     * A copy with the strip below.
     *
     * @param pixels interleaved bytes, row by row
     * @param samples 1 or 3 per pixel
     */
    static byte[] below(byte[] pixels, int width, int samples, String text) {
        int scale = scale(width, text);
        byte[] marked = Arrays.copyOf(pixels, pixels.length + LINE * scale * width * samples);
        for (int i = 0; i < text.length(); i++) {
            int letter = LETTERS.indexOf(text.charAt(i));
            for (int column = 0; letter >= 0 && column < 5; column++) {
                for (int row = 0; row < 7; row++) {
                    if ((GLYPHS[letter][column] >> row & 1) == 1) {
                        int x = (2 + ADVANCE * i + column) * scale;
                        block(marked, pixels.length, x, (2 + row) * scale, width, samples, scale);
                    }
                }
            }
        }
        return marked;
    }

    private static void block(byte[] target, int origin, int left, int top, int width, int samples, int scale) {
        for (int y = top; y < top + scale; y++) {
            for (int x = left; x < Math.min(width, left + scale); x++) {
                int at = origin + (y * width + x) * samples;
                Arrays.fill(target, at, at + samples, (byte) 255);
            }
        }
    }
}
