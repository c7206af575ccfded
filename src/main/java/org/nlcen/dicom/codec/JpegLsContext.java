package org.nlcen.dicom.codec;

/** Statistics of one context in regular mode (ITU-T T.87 A.5 and A.6). */
final class JpegLsContext {
    private int magnitude;
    private int bias;
    private int correction;
    private int count = 1;

    JpegLsContext(int magnitude) {
        this.magnitude = magnitude;
    }

    /** Added to the prediction. */
    int correction() {
        return correction;
    }

    int golombOrder() {
        int k = 0;
        while (count << k < magnitude && k < 24) {
            k++;
        }
        return k;
    }

    /** The prediction error of a code (A.5.2, inverted). */
    int unmap(int code, int k, int near) {
        boolean odd = (code & 1) == 1;
        if (near == 0 && k == 0 && 2 * bias <= -count) {
            return odd ? (code - 1) / 2 : -code / 2 - 1;
        }
        return odd ? -(code + 1) / 2 : code / 2;
    }

    void update(int error, int step, int reset) {
        bias += error * step;
        magnitude += Math.abs(error);
        if (count == reset) {
            magnitude >>= 1;
            bias = bias >= 0 ? bias >> 1 : -((1 - bias) >> 1);
            count >>= 1;
        }
        count++;
        if (bias <= -count) {
            correction = Math.max(-128, correction - 1);
            bias = Math.max(bias + count, 1 - count);
        } else if (bias > 0) {
            correction = Math.min(127, correction + 1);
            bias = Math.min(bias - count, 0);
        }
    }
}
