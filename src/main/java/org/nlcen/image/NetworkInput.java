package org.nlcen.image;

/**
 * What a network sees: {@value #SIZE}x{@value #SIZE} pixels on the 0..255 scale, channels first.
 *
 * @param values {@code channels * SIZE * SIZE} numbers within 0..255, channel by channel, row by row; owned by this
 *     record, never written to
 * @param channels 1 (grey; every network replicates it inside its graph) or 3 (red, green, blue)
 * @param geometry the way back to the source image
 */
public record NetworkInput(float[] values, int channels, Geometry geometry) {
    /** Side of the square all networks work on. */
    public static final int SIZE = 256;

    public NetworkInput {
        if ((channels != 1 && channels != 3) || values.length != channels * SIZE * SIZE) {
            throw new IllegalArgumentException(
                    "no such input: " + channels + " channels, " + values.length + " values");
        }
    }
}
