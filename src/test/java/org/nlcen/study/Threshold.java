package org.nlcen.study;

import java.util.List;
import java.util.Optional;

import org.nlcen.dataset.Sample;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.InputGradient;
import org.nlcen.model.ModelCard;
import org.nlcen.model.PixelWeights;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;

/** A network that calls a pixel foreground from a grey level on; its gradient points to the goal at every pixel, or is gone. */
final class Threshold implements Segmenter {
    static final int SIZE = NetworkInput.SIZE;

    private final String id;
    private final String sha256;
    private final boolean hidesGradient;
    private int gradients;
    private int predictions;
    private int largestPass;

    Threshold(String id, String sha256, boolean hidesGradient) {
        this.id = id;
        this.sha256 = sha256;
        this.hidesGradient = hidesGradient;
    }

    /** Upper half 121, lower half 135, which is the truth; from 128 on a pixel is foreground, so epsilon 8 turns both over. */
    static Sample sample(String name) {
        float[] values = new float[SIZE * SIZE];
        boolean[] truth = new boolean[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            truth[i] = i >= values.length / 2;
            values[i] = truth[i] ? 135 : 121;
        }
        return new Sample(name, new NetworkInput(values, 1, new Geometry(SIZE, SIZE)), Mask.of(SIZE, SIZE, truth));
    }

    int gradients() {
        return gradients;
    }

    int predictions() {
        return predictions;
    }

    /** Most images that were asked about in one pass for gradients. */
    int largestPass() {
        return largestPass;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(id, "Threshold", "toy", Task.LUNG, 1, Optional.empty(), List.of(), sha256);
    }

    @Override
    public String device() {
        return "CPU";
    }

    private static Segmentation answer(float[] image) {
        float[] foreground = new float[SIZE * SIZE];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = image[i] >= 128 ? 1 : 0;
        }
        return new Segmentation(foreground);
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        predictions++;
        return answer(image);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        gradients++;
        float[] gradient = new float[image.length];
        for (int i = 0; i < gradient.length && !hidesGradient; i++) {
            gradient[i] = goal.get(i % (SIZE * SIZE)) ? -1 : 1;
        }
        return new InputGradient(gradient, answer(image), 0);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        return inputGradient(image, channels, goal);
    }

    @Override
    public List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
        largestPass = Math.max(largestPass, images.size());
        return Segmenter.super.inputGradients(images, channels, goals);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
