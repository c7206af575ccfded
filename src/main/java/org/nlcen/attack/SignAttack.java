package org.nlcen.attack;

import java.util.SplittableRandom;

import org.nlcen.image.Mask;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/**
 * One iterated sign attack, by itself: {@code x <- clip(x - a sign(dL/dx))}. With {@link Settings#paper} it is what
 * {@link AttackTrajectory} computes for one epsilon; with a random start and more steps it is projected gradient descent
 * (Madry et al. 2018). For choices the trajectory cannot share between strengths.
 */
public final class SignAttack {
    private final Segmenter segmenter;
    private final float[] clean;
    private final int channels;
    private final Mask target;
    private final Settings settings;
    private float[] image;
    private int done;

    /**
     * How it goes.
     *
     * @param epsilon how far a value may move, grey levels
     * @param steps how many
     * @param stepSize grey levels a step
     * @param validRange whether the image must stay within 0..255 (Kurakin et al. 2017) or not (Arnab et al. 2018)
     */
    public record Settings(double epsilon, int steps, double stepSize, boolean validRange) {
        public Settings {
            Epsilons.check(epsilon);
            if (steps < 0 || !(stepSize > 0)) {
                throw new IllegalArgumentException("no such attack: " + steps + " steps of " + stepSize);
            }
        }

        /** The paper's attack at a strength. */
        public static Settings paper(double epsilon) {
            return new Settings(epsilon, Epsilons.steps(epsilon), 1, true);
        }
    }

    /**
     * An attack from the clean image.
     *
     * @param segmenter the attacked network; not owned
     * @param clean {@code channels * 256 * 256} values within 0..255; not written to
     * @param target what the adversary wants, 256x256
     */
    public SignAttack(Segmenter segmenter, float[] clean, int channels, Mask target, Settings settings) {
        this.segmenter = segmenter;
        this.clean = clean;
        this.channels = channels;
        this.target = target;
        this.settings = settings;
        this.image = clean;
    }

    /** Begins anew at a point drawn evenly from the ball; returns this. */
    public SignAttack randomStart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] start = new float[clean.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = clipped(i, clean[i] + (2 * random.nextDouble() - 1) * settings.epsilon());
        }
        image = start;
        done = 0;
        return this;
    }

    /** Whether all steps are done. */
    public boolean finished() {
        return done >= settings.steps();
    }

    /** Steps done. */
    public int steps() {
        return done;
    }

    /** Where it is now; not to be written to. */
    public float[] image() {
        return image;
    }

    /**
     * One gradient and one step; what the network said before the step comes with it.
     *
     * @throws IllegalStateException when finished
     */
    public InputGradient step() {
        if (finished()) {
            throw new IllegalStateException("all " + done + " steps are done");
        }
        InputGradient found = segmenter.inputGradient(image, channels, target);
        float[] gradient = found.gradient();
        float[] next = new float[image.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = clipped(i, image[i] - settings.stepSize() * Math.signum(gradient[i]));
        }
        image = next;
        done++;
        return found;
    }

    /** Does the steps that are left and asks the network for the last time. */
    public AdversarialExample finish() {
        while (!finished()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("the attack was cancelled");
            }
            step();
        }
        Segmentation answer = segmenter.segment(image, channels);
        return new AdversarialExample(settings.epsilon(), done, image, answer);
    }

    private float clipped(int i, double value) {
        double low = clean[i] - settings.epsilon();
        double high = clean[i] + settings.epsilon();
        if (settings.validRange()) {
            low = Math.max(0, low);
            high = Math.min(255, high);
        }
        return (float) Math.max(low, Math.min(high, value));
    }
}
