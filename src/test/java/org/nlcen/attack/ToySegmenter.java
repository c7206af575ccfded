package org.nlcen.attack;

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

/** A segmenter whose gradient is a formula: dL/dx_i = sin(x_i / 5 + i) + (x_{i+1} - x_i) / 50, negated where the goal is set. */
class ToySegmenter implements Segmenter {
    private int gradients;
    private boolean closed;

    int gradients() {
        return gradients;
    }

    double derivative(float[] image, int i, Mask goal) {
        int area = NetworkInput.SIZE * NetworkInput.SIZE;
        float neighbour = image[(i + 1) % image.length];
        double value = Math.sin(image[i] / 5 + i) + (neighbour - image[i]) / 50;
        return goal.get(i % area) ? -value : value;
    }

    @Override
    public ModelCard card() {
        return new ModelCard("toy-lung", "Toy", "toy", Task.LUNG, 0, Optional.empty(), List.of(), "");
    }

    @Override
    public String device() {
        return "CPU";
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        float[] foreground = new float[NetworkInput.SIZE * NetworkInput.SIZE];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = image[i] / 255;
        }
        return new Segmentation(foreground);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        gradients++;
        float[] gradient = new float[image.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) derivative(image, i, goal);
        }
        return new InputGradient(gradient, segment(image, channels), 0);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        InputGradient plain = inputGradient(image, channels, goal);
        float[] scale = weights.of(plain.segmentation(), goal);
        float[] gradient = plain.gradient();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= scale[i % scale.length];
        }
        return plain;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }
}
