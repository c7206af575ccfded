package org.nlcen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/**
 * A trained network ready for use. Not thread-safe: one lane calls it. Arrays handed over and returned belong to the caller.
 */
public interface Segmenter extends AutoCloseable {

    /** Who it is and how well it did. */
    ModelCard card();

    /** Where it computes, for people: "CPU", "NVIDIA GPU 0". */
    String device();

    /**
     * Probability of the structure at each pixel.
     *
     * @param image {@code channels * 256 * 256} values within 0..255, channel by channel
     * @param channels 1 or 3
     */
    Segmentation segment(float[] image, int channels);

    /** {@link #segment(float[], int)} for an input. */
    default Segmentation segment(NetworkInput input) {
        return segment(input.values(), input.channels());
    }

    /**
     * One forward and backward pass: how the loss towards a goal changes with each grey level. Mean pixel cross-entropy
     * against the goal on the prediction's softmax, or what {@link AttackLoss} it was opened with; eval mode; networks.md
     * section 11.
     *
     * @param image {@code channels * 256 * 256} values within 0..255
     * @param channels 1 or 3; with 1 the gradient is summed over the replicated channels
     * @param goal the mask the adversary wants, 256x256
     */
    InputGradient inputGradient(float[] image, int channels, Mask goal);

    /**
     * As {@link #inputGradient(float[], int, Mask)} for the mean of each pixel's cross-entropy times a weight, as the attacks
     * made for segmentation need it. The weights come from the prediction at this very image and count as constants: no
     * gradient flows through them.
     *
     * @param weights called once with the prediction, on the caller's thread
     */
    InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights);

    /**
     * As {@link #inputGradient(float[], int, Mask)} where the goal depends on the answer to this very image: one forward pass
     * for both, and the answer is there before the backward pass begins.
     *
     * @param goal called once with the answer, on the caller's thread
     */
    default InputGradient inputGradient(float[] image, int channels, Function<Segmentation, Mask> goal) {
        return inputGradient(image, channels, goal.apply(segment(image, channels)));
    }

    /**
     * {@link #inputGradient(float[], int, Mask)} of several images in one pass. Each result is the image's own but for
     * rounding: sums run in another order.
     *
     * @param images each as for one image
     * @param goals one for each image
     */
    default List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
        List<InputGradient> results = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            results.add(inputGradient(images.get(i), channels, goals.get(i)));
        }
        return results;
    }

    /** {@link #segment(float[], int)} of several images in one pass, on the terms of {@link #inputGradients}. */
    default List<Segmentation> segmentAll(List<float[]> images, int channels) {
        return images.stream().map(image -> segment(image, channels)).toList();
    }

    /**
     * The foreground's logit minus the background's at each pixel, of which the probability is the sigmoid; 256 * 256 values.
     */
    default float[] margins(float[] image, int channels) {
        float[] margins = segment(image, channels).foreground().clone();
        for (int i = 0; i < margins.length; i++) {
            margins[i] = (float) Math.log(margins[i] / (1 - margins[i]));
        }
        return margins;
    }

    /**
     * What the network's non-local context encoders do at an image, the finest map first; empty for networks without.
     *
     * @param u the place whose attention is asked for, as a part of the width, 0 to below 1
     * @param v as a part of the height
     */
    default List<ContextLevel> contexts(float[] image, int channels, double u, double v) {
        return List.of();
    }

    /** How many images a pass should have where many wait and nobody looks at the single one; at least 1. */
    default int batch() {
        return 1;
    }

    /** Memory that stays taken while it is open, in bytes. */
    default long bytes() {
        return Float.BYTES * card().parameters();
    }

    /** Releases the weights; the segmenter cannot be used afterwards. */
    @Override
    void close();
}
