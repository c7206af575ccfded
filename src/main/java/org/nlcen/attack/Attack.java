package org.nlcen.attack;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * An attack of one image against one network, for any epsilon, in small pieces. One thread calls {@link #advance}; the other
 * methods may be called from any thread.
 */
public interface Attack {

    /**
     * Does the next piece of what an epsilon still needs: at most one gradient, or one prediction.
     *
     * @return whether its example is ready
     * @throws IllegalArgumentException unless epsilon is within 0..255
     */
    boolean advance(double epsilon);

    /** The example for an epsilon, if it has been computed. */
    Optional<AdversarialExample> example(double epsilon);

    /** How many steps common to all epsilons have been done: every epsilon up to this number needs few steps more. */
    default int sharedSteps() {
        return 0;
    }

    /**
     * The last image on the way of which the network's opinion is known; it costs nothing extra. Its epsilon is how far it has
     * gone, smaller than the one it is on the way to.
     */
    default Optional<AdversarialExample> preview() {
        return Optional.empty();
    }

    /** Gradient evaluations so far. */
    int gradients();

    /**
     * Does all an epsilon needs; for work without a window.
     *
     * @throws CancellationException if the thread is interrupted
     */
    default AdversarialExample compute(double epsilon) {
        while (!advance(epsilon)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the attack was cancelled");
            }
        }
        return example(epsilon).orElseThrow();
    }
}
