package org.nlcen.dicom.codec;

/** The 8x8 inverse DCT of ITU-T T.81 A.3.3, rows then columns, in double precision. */
final class InverseDct {
    /** {@code C(u) / 2 * cos((2x + 1) u pi / 16)} at {@code 8 x + u}. */
    private static final double[] BASIS = new double[64];

    static {
        for (int x = 0; x < 8; x++) {
            for (int u = 0; u < 8; u++) {
                double c = u == 0 ? Math.sqrt(0.5) : 1;
                BASIS[8 * x + u] = c / 2 * Math.cos((2 * x + 1) * u * Math.PI / 16);
            }
        }
    }

    private InverseDct() {}

    /** Replaces 64 coefficients, row by row, by the samples. */
    static void transform(double[] block) {
        double[] rows = new double[64];
        for (int v = 0; v < 8; v++) {
            for (int x = 0; x < 8; x++) {
                double sum = 0;
                for (int u = 0; u < 8; u++) {
                    sum += BASIS[8 * x + u] * block[8 * v + u];
                }
                rows[8 * v + x] = sum;
            }
        }
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < 8; y++) {
                double sum = 0;
                for (int v = 0; v < 8; v++) {
                    sum += BASIS[8 * y + v] * rows[8 * v + x];
                }
                block[8 * y + x] = sum;
            }
        }
    }
}
