package org.nlcen.dicom.codec;

import java.util.Arrays;

/** Decodes the samples of one JPEG-LS scan (ITU-T T.87 annex A, interleaving as in annex B). */
final class JpegLsScan {
    /** Order of the run length code for each run index (A.2.1, J). */
    private static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int CONTEXTS = 365;

    private final JpegLsBits bits;
    private final JpegLsParameters parameters;
    private final int near;
    private final int step;
    private final int range;
    private final int limit;
    private final int rangeBits;
    private final int width;
    private final int height;
    private final JpegLsContext[] contexts = new JpegLsContext[CONTEXTS];
    private final JpegLsRunContext[] runContexts = new JpegLsRunContext[2];
    private int runIndex;

    JpegLsScan(JpegLsBits bits, JpegLsParameters parameters, int near, int width, int height) {
        this.bits = bits;
        this.parameters = parameters;
        this.near = near;
        this.width = width;
        this.height = height;
        this.step = 2 * near + 1;
        int max = parameters.maximum();
        this.range = (max + 2 * near) / step + 1;
        this.rangeBits = bitsFor(range);
        int sampleBits = Math.max(2, bitsFor(max + 1));
        this.limit = 2 * (sampleBits + Math.max(8, sampleBits));
        int start = Math.max(2, (range + 32) / 64);
        Arrays.setAll(contexts, i -> new JpegLsContext(start));
        Arrays.setAll(runContexts, i -> new JpegLsRunContext(start, i));
    }

    /** ceil(log2(n)). */
    private static int bitsFor(int n) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    /** Component after component, or line after line (interleave modes 0 and 1). */
    void decodeByLine(int[] out, int first, int count, int step) throws CodecException {
        int[][] previous = new int[count][width + 2];
        int[][] current = new int[count][width + 2];
        int[] indices = new int[count];
        for (int y = 0; y < height; y++) {
            for (int c = 0; c < count; c++) {
                runIndex = indices[c];
                int[] above = previous[c];
                int[] line = current[c];
                above[width + 1] = above[width];
                line[0] = above[1];
                decodeLine(above, line);
                indices[c] = runIndex;
                int at = y * width * step + first + c;
                for (int x = 1; x <= width; x++) {
                    out[at] = line[x];
                    at += step;
                }
                previous[c] = line;
                current[c] = above;
            }
        }
    }

    private void decodeLine(int[] above, int[] line) throws CodecException {
        int x = 1;
        while (x <= width) {
            int q = context(above, line, x);
            if (q != 0) {
                line[x] = regular(q, line[x - 1], above[x], above[x - 1]);
                x++;
                continue;
            }
            int run = runLength(width - x + 1);
            Arrays.fill(line, x, x + run, line[x - 1]);
            x += run;
            if (x <= width) {
                line[x] = interruption(line[x - 1], above[x], Math.abs(line[x - 1] - above[x]) <= near ? 1 : 0);
                x++;
                endRun();
            }
        }
    }

    /** Sample after sample (interleave mode 2): a run lasts while it lasts in all components. */
    void decodeBySample(int[] out, int count) throws CodecException {
        int[][] above = new int[count][width + 2];
        int[][] line = new int[count][width + 2];
        for (int y = 0; y < height; y++) {
            for (int c = 0; c < count; c++) {
                above[c][width + 1] = above[c][width];
                line[c][0] = above[c][1];
            }
            decodeMixedLine(above, line);
            for (int x = 1; x <= width; x++) {
                for (int c = 0; c < count; c++) {
                    out[(y * width + x - 1) * count + c] = line[c][x];
                }
            }
            int[][] swap = above;
            above = line;
            line = swap;
        }
    }

    private void decodeMixedLine(int[][] above, int[][] line) throws CodecException {
        int[] q = new int[line.length];
        int x = 1;
        while (x <= width) {
            boolean flat = true;
            for (int c = 0; c < q.length; c++) {
                q[c] = context(above[c], line[c], x);
                flat &= q[c] == 0;
            }
            int run = flat ? runLength(width - x + 1) : 0;
            for (int[] samples : line) {
                Arrays.fill(samples, x, x + run, samples[x - 1]);
            }
            x += run;
            if (x > width) {
                return;
            }
            for (int c = 0; c < q.length; c++) {
                int left = line[c][x - 1];
                line[c][x] =
                        flat ? interruption(left, above[c][x], 0) : regular(q[c], left, above[c][x], above[c][x - 1]);
            }
            if (flat) {
                endRun();
            }
            x++;
        }
    }

    /** The signed context number from the three local gradients (A.3.1 to A.3.4); 0 is run mode. */
    private int context(int[] above, int[] line, int x) {
        int a = line[x - 1];
        int b = above[x];
        int c = above[x - 1];
        int d = above[x + 1];
        return 81 * quantise(d - b) + 9 * quantise(b - c) + quantise(c - a);
    }

    private int quantise(int gradient) {
        int size = Math.abs(gradient);
        int level;
        if (size <= near) {
            level = 0;
        } else if (size < parameters.t1()) {
            level = 1;
        } else if (size < parameters.t2()) {
            level = 2;
        } else {
            level = size < parameters.t3() ? 3 : 4;
        }
        return gradient < 0 ? -level : level;
    }

    /** A sample in regular mode (A.4 to A.6). */
    private int regular(int q, int a, int b, int c) throws CodecException {
        int sign = q < 0 ? -1 : 1;
        JpegLsContext context = contexts[Math.abs(q)];
        int predicted;
        if (c >= Math.max(a, b)) {
            predicted = Math.min(a, b);
        } else {
            predicted = c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
        }
        predicted = Math.max(0, Math.min(parameters.maximum(), predicted + sign * context.correction()));
        int k = context.golombOrder();
        int error = context.unmap(golomb(k, limit), k, near);
        context.update(error, step, parameters.reset());
        return reconstruct(predicted, sign * error);
    }

    private int reconstruct(int predicted, int error) {
        int value = predicted + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > parameters.maximum() + near) {
            value -= range * step;
        }
        return Math.max(0, Math.min(parameters.maximum(), value));
    }

    /** Length of a run, at most {@code room} (A.7.1). */
    private int runLength(int room) throws CodecException {
        int run = 0;
        while (run < room && bits.bit() == 1) {
            int whole = 1 << RUN_ORDER[runIndex];
            if (whole > room - run) {
                return room;
            }
            run += whole;
            runIndex = Math.min(31, runIndex + 1);
        }
        if (run == room) {
            return run;
        }
        run += bits.bits(RUN_ORDER[runIndex]);
        if (run >= room) {
            throw CodecException.broken("a run of the JPEG-LS data is longer than its line");
        }
        return run;
    }

    private void endRun() {
        runIndex = Math.max(0, runIndex - 1);
    }

    /** The sample that ends a run (A.7.2); {@code kind} is RItype. */
    private int interruption(int a, int b, int kind) throws CodecException {
        JpegLsRunContext context = runContexts[kind];
        int k = context.golombOrder();
        int mapped = golomb(k, limit - RUN_ORDER[runIndex] - 1);
        int error = context.unmap(mapped, k);
        context.update(error, mapped, parameters.reset());
        if (kind == 1) {
            return reconstruct(a, error);
        }
        return reconstruct(b, a > b ? -error : error);
    }

    /** A limited-length Golomb code (A.5.3). */
    private int golomb(int k, int longest) throws CodecException {
        int zeros = 0;
        int most = longest - rangeBits - 1;
        while (bits.bit() == 0) {
            if (++zeros > most) {
                throw CodecException.broken("the JPEG-LS data hold an unknown code");
            }
        }
        return zeros < most ? (zeros << k) + bits.bits(k) : bits.bits(rangeBits) + 1;
    }
}
