package org.nlcen.attack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.image.NetworkInput;
import org.nlcen.model.Segmenter;

/**
 * FGSM: {@code x' = clip(x - epsilon sign(dL/dx))}, one gradient at the clean image for all epsilons. Goodfellow et al. 2015,
 * section 4, in the targeted form of Kurakin et al. 2017, section 2.1.
 */
final class SingleStep implements Attack {
    private final Segmenter segmenter;
    private final NetworkInput input;
    private final AttackGoal goal;
    private final EpsilonBall ball;
    private final Map<Double, AdversarialExample> examples = new ConcurrentHashMap<>();
    private volatile float[] gradient;

    SingleStep(Segmenter segmenter, NetworkInput input, AttackGoal goal) {
        this.segmenter = segmenter;
        this.input = input;
        this.goal = goal;
        this.ball = new EpsilonBall(input.values());
    }

    @Override
    public boolean advance(double epsilon) {
        Epsilons.check(epsilon);
        if (examples.containsKey(epsilon)) {
            return true;
        }
        if (gradient == null && epsilon > 0) {
            gradient = segmenter
                    .inputGradient(input.values(), input.channels(), goal.target())
                    .gradient();
            return false;
        }
        float[] image = epsilon == 0 ? input.values() : ball.step(input.values(), gradient, epsilon, epsilon);
        int steps = epsilon == 0 ? 0 : 1;
        examples.put(
                epsilon, new AdversarialExample(epsilon, steps, image, segmenter.segment(image, input.channels())));
        return true;
    }

    @Override
    public Optional<AdversarialExample> example(double epsilon) {
        return Optional.ofNullable(examples.get(epsilon));
    }

    @Override
    public int gradients() {
        return gradient == null ? 0 : 1;
    }
}
