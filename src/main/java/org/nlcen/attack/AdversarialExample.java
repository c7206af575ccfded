package org.nlcen.attack;

import org.nlcen.model.Segmentation;

/**
 * The attacked image for one epsilon and what the network says of it.
 *
 * @param epsilon most grey levels a pixel may move, 0..255
 * @param steps iterations that led here
 * @param image values within 0..255, laid out as the network input; never written to
 * @param segmentation the network's answer to {@code image}
 */
public record AdversarialExample(double epsilon, int steps, float[] image, Segmentation segmentation) {

    /** {@code image - clean}, in grey levels; a new array. */
    public float[] perturbation(float[] clean) {
        float[] difference = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            difference[i] = image[i] - clean[i];
        }
        return difference;
    }
}
