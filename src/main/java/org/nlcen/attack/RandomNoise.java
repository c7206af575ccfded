package org.nlcen.attack;

import java.util.SplittableRandom;

/** The control of every attack: a change of the same size that knows nothing of the network. */
public final class RandomNoise {
    private RandomNoise() {}

    /**
     * Moves every value by epsilon up or down with equal chance, then clips to 0..255: the largest change an attack of
     * this strength could make, without its aim.
     *
     * @param clean values within 0..255
     * @param epsilon grey levels
     * @param seed the same seed, the same signs
     * @return a new array
     */
    public static float[] signs(float[] clean, double epsilon, long seed) {
        Epsilons.check(epsilon);
        SplittableRandom random = new SplittableRandom(seed);
        float[] noisy = new float[clean.length];
        for (int i = 0; i < noisy.length; i++) {
            double moved = random.nextBoolean() ? clean[i] + epsilon : clean[i] - epsilon;
            noisy[i] = (float) Math.max(0, Math.min(255, moved));
        }
        return noisy;
    }
}
