package org.nlcen.attack;

import org.nlcen.image.Mask;
import org.nlcen.model.PixelWeights;
import org.nlcen.model.Segmentation;

/** The weights of the losses made for segmentation, in their targeted forms. */
final class LossWeights {
    private LossWeights() {}

    /**
     * SegPGD: {@code L = (1 - l) sum over pixels not yet won + l sum over pixels won}, {@code l = (t - 1) / (2 T)}. Gu et al.
     * 2022, equations 4 and 5; against a goal the two sets change roles, so that the pixels still to be won lead.
     *
     * @param step t, from 1 to {@code steps}
     * @param steps T
     */
    static PixelWeights segPgd(int step, int steps) {
        float won = (step - 1) / (2f * steps);
        return (prediction, goal) -> {
            float[] foreground = prediction.foreground();
            float[] weights = new float[foreground.length];
            for (int i = 0; i < weights.length; i++) {
                boolean there = foreground[i] >= 0.5f == goal.get(i);
                weights[i] = there ? won : 1 - won;
            }
            return weights;
        };
    }

    /**
     * CosPGD: each pixel counts {@code 1 - cos(softmax, one-hot goal)}. Agnihotri et al. 2024, targeted loss. With two classes
     * and p the probability of the goal's class the cosine is {@code p / sqrt(p^2 + (1 - p)^2)}.
     */
    static float[] cosPgd(Segmentation prediction, Mask goal) {
        float[] foreground = prediction.foreground();
        float[] weights = new float[foreground.length];
        for (int i = 0; i < weights.length; i++) {
            double p = goal.get(i) ? foreground[i] : 1 - foreground[i];
            weights[i] = (float) (1 - p / Math.hypot(p, 1 - p));
        }
        return weights;
    }
}
