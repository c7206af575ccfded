package org.nlcen.attack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.image.NetworkInput;
import org.nlcen.model.Segmenter;

/**
 * {@code x' = clip(x + epsilon u)} with u uniform in -1..1: as large as an attack may be and blind. What a network loses
 * beyond this it loses to the adversary.
 */
final class UniformNoise implements Attack {
    private final long seed;
    private final Segmenter segmenter;
    private final NetworkInput input;
    private final EpsilonBall ball;
    private final Map<Double, AdversarialExample> examples = new ConcurrentHashMap<>();

    UniformNoise(long seed, Segmenter segmenter, NetworkInput input) {
        this.seed = seed;
        this.segmenter = segmenter;
        this.input = input;
        this.ball = new EpsilonBall(input.values());
    }

    @Override
    public boolean advance(double epsilon) {
        Epsilons.check(epsilon);
        if (!examples.containsKey(epsilon)) {
            float[] image = epsilon == 0 ? input.values() : ball.random(epsilon, seed);
            examples.put(
                    epsilon, new AdversarialExample(epsilon, 0, image, segmenter.segment(image, input.channels())));
        }
        return true;
    }

    @Override
    public Optional<AdversarialExample> example(double epsilon) {
        return Optional.ofNullable(examples.get(epsilon));
    }

    @Override
    public int gradients() {
        return 0;
    }
}
