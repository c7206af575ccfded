package org.nlcen.attack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.model.Segmenter;

/** Images made against one network, shown to another: what it says of them. */
final class TransferredAttack implements Attack {
    private final Attack source;
    private final Segmenter shown;
    private final int channels;
    private final Map<Double, AdversarialExample> examples = new ConcurrentHashMap<>();

    /**
     * @param source makes the images; shared with others
     * @param shown sees them
     */
    TransferredAttack(Attack source, Segmenter shown, int channels) {
        this.source = source;
        this.shown = shown;
        this.channels = channels;
    }

    @Override
    public boolean advance(double epsilon) {
        if (examples.containsKey(epsilon)) {
            return true;
        }
        Optional<AdversarialExample> made = source.example(epsilon);
        if (made.isEmpty()) {
            source.advance(epsilon);
            return false;
        }
        float[] image = made.get().image();
        examples.put(
                epsilon, new AdversarialExample(epsilon, made.get().steps(), image, shown.segment(image, channels)));
        return true;
    }

    @Override
    public Optional<AdversarialExample> example(double epsilon) {
        return Optional.ofNullable(examples.get(epsilon));
    }

    @Override
    public int sharedSteps() {
        return source.sharedSteps();
    }

    /** None of its own. */
    @Override
    public int gradients() {
        return 0;
    }
}
