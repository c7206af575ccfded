package org.nlcen.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.InputGradient;
import org.nlcen.model.ModelCard;
import org.nlcen.model.PixelWeights;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;

/**
 * A network that finds what is dark: the logit falls linearly with the mean grey level of the neighbourhood. Its gradient is
 * exact, and small steps of many pixels mislead it, as they do real ones.
 */
public class ToySegmenter implements Segmenter {
    private static final int SIZE = NetworkInput.SIZE;

    private final ModelCard card;
    private final int radius;
    private final double threshold;
    private final double slope;
    private final long delayMillis;

    /** @param radius of the neighbourhood in pixels; a larger one is harder to mislead locally */
    public ToySegmenter(String id, String name, int radius, double threshold, double slope, long delayMillis) {
        this.card = card(id, name);
        this.radius = radius;
        this.threshold = threshold;
        this.slope = slope;
        this.delayMillis = delayMillis;
    }

    public static ModelCard card(String id, String name) {
        ModelCard.Training training =
                new ModelCard.Training("toy images", "none", 1, 1, 1, "none", "2026-01-01", "CC0", "none", "");
        return new ModelCard(id, name, "toy", Task.LUNG, 13_000_000, Optional.of(training), List.of(), "00");
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String device() {
        return "CPU";
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        double[] mean = blur(image);
        float[] foreground = new float[SIZE * SIZE];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = (float) (1 / (1 + Math.exp(-slope * (threshold - mean[i]))));
        }
        return new Segmentation(foreground);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        return inputGradient(image, channels, goal, ToySegmenter::alike);
    }

    private static float[] alike(Segmentation prediction, Mask goal) {
        float[] weights = new float[SIZE * SIZE];
        Arrays.fill(weights, 1);
        return weights;
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        pause();
        Segmentation now = segment(image, channels);
        float[] scale = weights.of(now, goal);
        float[] error = new float[SIZE * SIZE];
        double loss = 0;
        for (int i = 0; i < error.length; i++) {
            double p = now.foreground()[i];
            loss -= scale[i] * Math.log(Math.max(1e-12, goal.get(i) ? p : 1 - p)) / error.length;
            error[i] = (float) (scale[i] * (p - (goal.get(i) ? 1 : 0)) * -slope / error.length);
        }
        double[] spread = blur(error);
        float[] gradient = new float[error.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) spread[i];
        }
        return new InputGradient(gradient, now, loss);
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Mean over a square of zero-padded neighbours: its own transpose, so it serves forwards and backwards. */
    private double[] blur(float[] values) {
        double[] sums = new double[(SIZE + 1) * (SIZE + 1)];
        for (int y = 0; y < SIZE; y++) {
            double row = 0;
            for (int x = 0; x < SIZE; x++) {
                row += values[y * SIZE + x];
                sums[(y + 1) * (SIZE + 1) + x + 1] = sums[y * (SIZE + 1) + x + 1] + row;
            }
        }
        double[] means = new double[SIZE * SIZE];
        double area = (2 * radius + 1) * (2 * radius + 1);
        for (int y = 0; y < SIZE; y++) {
            int top = Math.max(0, y - radius);
            int bottom = Math.min(SIZE, y + radius + 1);
            for (int x = 0; x < SIZE; x++) {
                int left = Math.max(0, x - radius);
                int right = Math.min(SIZE, x + radius + 1);
                means[y * SIZE + x] = (sums[bottom * (SIZE + 1) + right]
                                - sums[top * (SIZE + 1) + right]
                                - sums[bottom * (SIZE + 1) + left]
                                + sums[top * (SIZE + 1) + left])
                        / area;
            }
        }
        return means;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
