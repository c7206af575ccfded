package org.nlcen.attack;

import java.util.Random;

/** The images an adversary may make: every value at most epsilon from the clean one, and within 0..255. */
final class EpsilonBall {
    private final float[] clean;

    /** @param clean never written to */
    EpsilonBall(float[] clean) {
        this.clean = clean;
    }

    /** A step down the gradient's sign, {@code clip(x - step sign(g))}; a new array. */
    float[] step(float[] image, float[] gradient, double step, double epsilon) {
        float[] next = new float[image.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = clip(i, image[i] - step * Math.signum(gradient[i]), epsilon);
        }
        return next;
    }

    /**
     * Uniform noise within the ball, the same pattern for every epsilon, so that a curve over epsilon does not jump.
     *
     * @param seed java.util.Random's, whose numbers are the same on every machine
     */
    float[] random(double epsilon, long seed) {
        Random random = new Random(seed);
        float[] noisy = new float[clean.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = clip(i, clean[i] + epsilon * (2 * random.nextDouble() - 1), epsilon);
        }
        return noisy;
    }

    private float clip(int i, double value, double epsilon) {
        double low = Math.max(0, clean[i] - epsilon);
        double high = Math.min(255, clean[i] + epsilon);
        return (float) Math.max(low, Math.min(high, value));
    }
}
