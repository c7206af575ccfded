package org.nlcen.dicom.codec;

/**
 * Coding parameters of a JPEG-LS scan; zero stands for the default (ITU-T T.87 C.2.4.1.1).
 *
 * @param maximum MAXVAL, the largest sample
 * @param t1 first threshold of the local gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset samples after which a context's counters are halved
 */
record JpegLsParameters(int maximum, int t1, int t2, int t3, int reset) {
    static final JpegLsParameters UNSET = new JpegLsParameters(0, 0, 0, 0, 0);
    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int BASIC_RESET = 64;

    /** With defaults filled in. */
    JpegLsParameters completed(int largest, int near) throws CodecException {
        int max = maximum == 0 ? largest : maximum;
        if (max > largest || max < 1 || near > Math.min(255, max / 2)) {
            throw CodecException.broken("the JPEG-LS parameters contradict themselves");
        }
        int first;
        int second;
        int third;
        if (max >= 128) {
            int factor = (Math.min(max, 4095) + 128) / 256;
            first = clamp(factor * (BASIC_T1 - 2) + 2 + 3 * near, near + 1, max);
            second = clamp(factor * (BASIC_T2 - 3) + 3 + 5 * near, first, max);
            third = clamp(factor * (BASIC_T3 - 4) + 4 + 7 * near, second, max);
        } else {
            int factor = 256 / (max + 1);
            first = clamp(Math.max(2, BASIC_T1 / factor + 3 * near), near + 1, max);
            second = clamp(Math.max(3, BASIC_T2 / factor + 5 * near), first, max);
            third = clamp(Math.max(4, BASIC_T3 / factor + 7 * near), second, max);
        }
        return new JpegLsParameters(
                max,
                t1 == 0 ? first : t1,
                t2 == 0 ? second : t2,
                t3 == 0 ? third : t3,
                reset == 0 ? BASIC_RESET : reset);
    }

    private static int clamp(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }
}
