package org.nlcen.image;

import java.util.Arrays;

/**
 * From a picture as stored to what the networks were trained on.
 *
 * <p>Grey: modality values (colour pictures: luminance) are averaged over the area of each of the 256x256 pixels, the
 * result is stretched so that its 1st percentile becomes 0 and its 99th 255, clipped and rounded to whole grey levels.
 * This is how the JSRT training pictures were made, grey level for grey level. Colour: each channel is averaged
 * likewise and rounded, without a stretch.
 */
public final class NetworkInputs {
    private static final int SIZE = NetworkInput.SIZE;
    private static final double LOW_PERCENT = 1;
    private static final double HIGH_PERCENT = 99;

    private NetworkInputs() {}

    /**
     * The input for a network of one kind. Pictures of the other kind are converted: colour to luminance, grey to three
     * equal channels (stretched as for grey networks, since stored grey values have no common scale).
     *
     * <p>Inverted pictures (MONOCHROME1) are turned, so that bone is always brighter than air. Padding has no part in
     * averages and percentiles and becomes 0. A picture of one single value becomes 0 everywhere.
     *
     * @param colour whether the network expects three channels
     */
    public static NetworkInput of(SourceImage image, boolean colour) {
        Geometry geometry = new Geometry(image.width(), image.height());
        if (!colour) {
            return new NetworkInput(grey(image), 1, geometry);
        }
        float[] values = new float[3 * SIZE * SIZE];
        float[] grey = image.colour() ? null : grey(image);
        for (int channel = 0; channel < 3; channel++) {
            float[] plane = image.colour() ? channel(image.pixels(), channel) : grey;
            System.arraycopy(plane, 0, values, channel * SIZE * SIZE, SIZE * SIZE);
        }
        return new NetworkInput(values, 3, geometry);
    }

    /**
     * A picture that already is what a network sees, as {@link #toPixels} gave it: 256x256 pixels, 8-bit grey or RGB,
     * taken level for level. An adversarial image must come back this way, since {@link #of} would stretch it anew.
     *
     * @throws IllegalArgumentException for any other picture
     */
    public static NetworkInput prepared(SourceImage image) {
        PixelBlock pixels = image.pixels();
        if (pixels.width() != SIZE || pixels.height() != SIZE || pixels.minimum() < 0 || pixels.maximum() > 255) {
            throw new IllegalArgumentException(image.name() + " is not a 256x256 picture of 8 bits");
        }
        float[] values = new float[pixels.samples() * SIZE * SIZE];
        for (int channel = 0; channel < pixels.samples(); channel++) {
            System.arraycopy(channel(pixels, channel), 0, values, channel * SIZE * SIZE, SIZE * SIZE);
        }
        return new NetworkInput(values, pixels.samples(), new Geometry(SIZE, SIZE));
    }

    /**
     * Whole grey levels of an input or of an adversarial image, for display and export.
     *
     * @param values {@code channels * 256 * 256} numbers, channel by channel; rounded and clipped to 0..255
     */
    public static PixelBlock toPixels(float[] values, int channels) {
        int area = SIZE * SIZE;
        byte[] samples = new byte[channels * area];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < area; i++) {
                samples[i * channels + channel] = (byte) level(values[channel * area + i]);
            }
        }
        return PixelBlock.ofBytes(SIZE, SIZE, channels, samples);
    }

    private static float[] channel(PixelBlock pixels, int channel) {
        double[] means = Plane.channel(pixels, channel).resample(SIZE, SIZE);
        float[] levels = new float[means.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) level(means[i]);
        }
        return levels;
    }

    private static float[] grey(SourceImage image) {
        double[] means = Plane.grey(image).resample(SIZE, SIZE);
        if (image.inverted()) {
            Arrays.setAll(means, i -> -means[i]);
        }
        Percentiles percentiles = new Percentiles(means);
        float[] levels = new float[means.length];
        if (percentiles.isEmpty()) {
            return levels;
        }
        double low = percentiles.at(LOW_PERCENT);
        double high = percentiles.at(HIGH_PERCENT);
        if (low == high) {
            // nearly all pixels are equal, as in a drawing on an empty ground: its few strokes set the scale
            low = percentiles.at(0);
            high = percentiles.at(100);
        }
        if (low < high) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (float) level((means[i] - low) / (high - low) * 255);
            }
        }
        return levels;
    }

    /** Nearest whole level within 0..255, ties to even; not a number becomes 0. */
    private static int level(double value) {
        return (int) Math.rint(Math.max(0, Math.min(255, Double.isNaN(value) ? 0 : value)));
    }
}
