package org.nlcen.app.attack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.TransferCell;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/** Starts the work behind the bench. */
@FunctionalInterface
public interface AttackWorkshop {

    /**
     * @param input the image
     * @param truth its ground truth, 256x256, where there is one
     * @param plan what is computed
     * @param models ids of the networks, in the order of their columns
     */
    record Job(NetworkInput input, Optional<Mask> truth, AttackPlan plan, List<String> models) {}

    /** What the work tells; called on the work's own thread. */
    interface Events {
        /** The network's answer to the clean image. */
        void clean(String model, Segmentation segmentation);

        /** The first {@code steps} iterates, common to all epsilons, exist. */
        void advanced(String model, int steps);

        /** An image on the way to the epsilon on screen, of a smaller epsilon, which will not stay. */
        default void preview(String model, AdversarialExample example) {}

        /** An epsilon is finished. */
        void example(String model, AdversarialExample example);

        /** A cell of the transfer matrix is finished. */
        void transferred(TransferCell cell);

        /** This network cannot go on; the others do. */
        void failed(String model, Exception cause);

        /** All is computed. */
        void idle();
    }

    /**
     * What a network's context encoders do at an image; see {@link Segmenter#contexts}. Fails where there is no such network.
     */
    default CompletableFuture<List<ContextLevel>> contexts(
            String model, float[] image, int channels, double u, double v) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this work has no networks"));
    }

    /** Starts at once; the caller closes what is returned. */
    AttackWork start(Job job, Events events);
}
