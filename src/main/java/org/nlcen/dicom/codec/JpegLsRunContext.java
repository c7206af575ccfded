package org.nlcen.dicom.codec;

/** Statistics of a run interruption (ITU-T T.87 A.7.2). */
final class JpegLsRunContext {
    private final int kind;
    private int magnitude;
    private int count = 1;
    private int negatives;

    /**
     * @param kind RItype: 1 where the neighbours left and above are alike
     */
    JpegLsRunContext(int magnitude, int kind) {
        this.magnitude = magnitude;
        this.kind = kind;
    }

    int golombOrder() {
        int sum = kind == 1 ? magnitude + (count >> 1) : magnitude;
        int k = 0;
        while (count << k < sum && k < 24) {
            k++;
        }
        return k;
    }

    int unmap(int code, int k) {
        int doubled = code + kind;
        int odd = doubled & 1;
        int size = (doubled + odd) / 2;
        boolean negativeWhenOdd = k != 0 || 2 * negatives >= count;
        return negativeWhenOdd == (odd == 1) ? -size : size;
    }

    void update(int error, int code, int reset) {
        if (error < 0) {
            negatives++;
        }
        magnitude += (code + 1 - kind) >> 1;
        if (count == reset) {
            magnitude >>= 1;
            count >>= 1;
            negatives >>= 1;
        }
        count++;
    }
}
