package org.nlcen.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/**
 * The targeted iterative FGSM of one image against one network, for every epsilon at once.
 *
 * <p>{@code x <- clip(x - sign(dL/dx))} with step 1 grey level, from the clean image, {@link Epsilons#steps} times, clipped to
 * the epsilon ball and to 0..255 (Kurakin et al. 2017, section 2; He et al. 2019, section "Experiments"). As no pixel can move
 * more than t levels in t steps, the first floor(epsilon) states are the same for all epsilons: they are computed once and
 * kept, and each epsilon adds at most four steps of its own. The sign at a shared state serves both ways, so the paper's eighteen
 * intensities cost 69 gradients instead of 327, with the same result.
 *
 * <p>One thread calls {@link #advance}; the other methods may be called from any thread.
 */
public final class AttackTrajectory implements Attack {
    private static final float STEP = 1;

    private final Segmenter segmenter;
    private final float[] clean;
    private final int channels;
    private final Mask target;
    private final List<float[]> states = new ArrayList<>();
    private final List<byte[]> signs = new ArrayList<>();
    private final Map<Double, Tail> tails = new ConcurrentHashMap<>();
    private final Map<Double, AdversarialExample> examples = new ConcurrentHashMap<>();
    private volatile int sharedSteps;
    private volatile int gradients;

    /** Where the own steps of one epsilon are. */
    private record Tail(float[] image, int steps) {}

    /**
     * @param segmenter the attacked network; not owned
     * @param input the clean image
     * @param goal what the adversary wants, 256x256
     */
    public AttackTrajectory(Segmenter segmenter, NetworkInput input, AttackGoal goal) {
        this.segmenter = segmenter;
        this.clean = input.values();
        this.channels = input.channels();
        this.target = goal.target();
        states.add(clean);
    }

    @Override
    public boolean advance(double epsilon) {
        if (examples.containsKey(epsilon)) {
            return true;
        }
        int steps = Epsilons.steps(epsilon);
        int shared = (int) Math.floor(epsilon);
        if (sharedSteps < shared) {
            states.add(moved(states.get(sharedSteps), sign(sharedSteps), 255));
            sharedSteps++;
            return false;
        }
        Tail tail = tails.getOrDefault(epsilon, new Tail(states.get(shared), shared));
        if (tail.steps() < steps) {
            byte[] sign = tail.steps() == shared ? sign(shared) : freshSign(tail.image());
            tails.put(epsilon, new Tail(moved(tail.image(), sign, (float) epsilon), tail.steps() + 1));
            return false;
        }
        Segmentation answer = segmenter.segment(tail.image(), channels);
        examples.put(epsilon, new AdversarialExample(epsilon, steps, tail.image(), answer));
        tails.remove(epsilon);
        return true;
    }

    @Override
    public Optional<AdversarialExample> example(double epsilon) {
        return Optional.ofNullable(examples.get(epsilon));
    }

    @Override
    public int sharedSteps() {
        return sharedSteps;
    }

    @Override
    public int gradients() {
        return gradients;
    }

    private byte[] sign(int state) {
        if (signs.size() == state) {
            signs.add(freshSign(states.get(state)));
        }
        return signs.get(state);
    }

    private byte[] freshSign(float[] image) {
        InputGradient result = segmenter.inputGradient(image, channels, target);
        gradients++;
        float[] gradient = result.gradient();
        byte[] sign = new byte[gradient.length];
        for (int i = 0; i < sign.length; i++) {
            sign[i] = (byte) Math.signum(gradient[i]);
        }
        return sign;
    }

    /** One step against the loss, then both clips. */
    private float[] moved(float[] image, byte[] sign, float epsilon) {
        float[] next = new float[image.length];
        for (int i = 0; i < next.length; i++) {
            float value = image[i] - STEP * sign[i];
            float low = Math.max(0, clean[i] - epsilon);
            float high = Math.min(255, clean[i] + epsilon);
            next[i] = Math.max(low, Math.min(high, value));
        }
        return next;
    }
}
