package org.nlcen.dicom;

import java.util.Arrays;
import java.util.Random;

/** Damages a file's bytes in ways that real damage and malice do; the same seed gives the same bytes. */
final class Mutator {
    private static final int[] EXTREMES = {0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, -1};

    private final Random random;
    private byte[] bytes;

    private Mutator(byte[] original, long seed) {
        this.bytes = original.clone();
        this.random = new Random(seed);
    }

    static byte[] mutate(byte[] original, long seed) {
        Mutator mutator = new Mutator(original, seed);
        int times = 1 + mutator.random.nextInt(4);
        for (int i = 0; i < times && mutator.bytes.length > 0; i++) {
            mutator.once();
        }
        return mutator.bytes;
    }

    private void once() {
        int at = position();
        switch (random.nextInt(9)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> number(at, 2);
            case 3 -> number(at, 4);
            case 4 -> bytes = Arrays.copyOf(bytes, random.nextBoolean() ? at : random.nextInt(bytes.length));
            case 5 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + run()), (byte) random.nextInt(256));
            case 6 -> delete(at, run());
            case 7 -> repeat(at, run());
            default -> copy(random.nextInt(bytes.length), at, run());
        }
    }

    /** Mostly where lengths and code stream headers are: the start of the file and of the pixel data. */
    private int position() {
        int reach =
                switch (random.nextInt(3)) {
                    case 0 -> Math.min(bytes.length, 2048);
                    default -> bytes.length;
                };
        int pixels = random.nextInt(3) == 0 ? pixelData() : -1;
        return pixels >= 0 ? Math.min(bytes.length - 1, pixels + random.nextInt(300)) : random.nextInt(reach);
    }

    private int pixelData() {
        for (int i = bytes.length - 4; i >= 0; i--) {
            boolean little = bytes[i] == (byte) 0xe0 && bytes[i + 1] == 0x7f && bytes[i + 2] == 0x10;
            if (little && bytes[i + 3] == 0) {
                return i;
            }
        }
        return -1;
    }

    private int run() {
        return 1 + random.nextInt(random.nextBoolean() ? 16 : 1024);
    }

    private void number(int at, int size) {
        int value = EXTREMES[random.nextInt(EXTREMES.length)];
        boolean big = random.nextBoolean();
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * (big ? size - 1 - i : i));
        }
    }

    private void delete(int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] shorter = new byte[bytes.length - (end - at)];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        bytes = shorter;
    }

    private void repeat(int at, int count) {
        int n = Math.min(count, bytes.length - at);
        byte[] longer = new byte[bytes.length + n];
        System.arraycopy(bytes, 0, longer, 0, at + n);
        System.arraycopy(bytes, at, longer, at + n, bytes.length - at);
        bytes = longer;
    }

    private void copy(int from, int to, int count) {
        int n = Math.min(count, bytes.length - Math.max(from, to));
        System.arraycopy(bytes, from, bytes, to, n);
    }
}
