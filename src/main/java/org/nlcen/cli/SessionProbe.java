package org.nlcen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSession;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/** Measures what a person at the window waits for, by the very session that the window uses. */
final class SessionProbe {
    private static final double VISIBLE = 8;

    private final ComputeLane lane;
    private final List<Segmenter> networks;

    /** Milliseconds from opening an image to what appears first, of any network. */
    record Opening(double clean, double attacked, double visible) {}

    /** When things were heard of first, by any network, and each example as it comes. */
    private static final class Ear implements AttackSession.Listener {
        private final long start = System.nanoTime();
        private final Map<String, Double> first = new ConcurrentHashMap<>();
        private final CountDownLatch visible;
        private final LinkedBlockingQueue<Double> examples = new LinkedBlockingQueue<>();
        private volatile CountDownLatch idle = new CountDownLatch(1);

        Ear(int networks) {
            visible = new CountDownLatch(networks);
        }

        private double now() {
            return (System.nanoTime() - start) / 1e6;
        }

        @Override
        public void clean(String id, Segmentation segmentation) {
            first.putIfAbsent("clean", now());
        }

        @Override
        public void advanced(String id, int sharedSteps) {
            // the pictures themselves are what counts
        }

        @Override
        public void preview(String id, AdversarialExample example) {
            first.putIfAbsent("attacked", now());
        }

        @Override
        public void example(String id, AdversarialExample example) {
            if (example.epsilon() == VISIBLE) {
                first.putIfAbsent("attacked", now());
                first.putIfAbsent("visible", now());
                visible.countDown();
            }
            examples.add(example.epsilon());
        }

        @Override
        public void failed(String id, Exception cause) {
            throw new IllegalStateException(id + " stopped", cause);
        }

        @Override
        public void idle() {
            idle.countDown();
        }
    }

    /** @param networks open already, not owned */
    SessionProbe(ComputeLane lane, List<Segmenter> networks) {
        this.lane = lane;
        this.networks = networks;
    }

    private AttackSession start(NetworkInput input, Ear ear) {
        List<AttackSession.Column> columns = new ArrayList<>();
        for (Segmenter network : networks) {
            columns.add(new AttackSession.Column(network.card().id(), () -> network));
        }
        AttackSession session = new AttackSession(lane, input, Optional.empty(), AttackPlan.PAPER, columns, ear);
        session.epsilon(VISIBLE);
        return session;
    }

    /** Opens an image with epsilon 8 on screen and waits until every network shows it. */
    Opening open(NetworkInput input) throws InterruptedException {
        Ear ear = new Ear(networks.size());
        AttackSession session = start(input, ear);
        ear.visible.await();
        session.close();
        return new Opening(ear.first.get("clean"), ear.first.get("attacked"), ear.first.get("visible"));
    }

    /**
     * Lets one network finish the paper's curve, then moves the slider to strengths that are not there.
     *
     * @return milliseconds until each was there
     */
    Timings slide(NetworkInput input, double[] strengths) throws InterruptedException {
        Ear ear = new Ear(networks.size());
        double[] millis = new double[strengths.length];
        try (AttackSession session = start(input, ear)) {
            ear.idle.await();
            for (int i = 0; i < strengths.length; i++) {
                ear.examples.clear();
                long start = System.nanoTime();
                session.epsilon(strengths[i]);
                while (ear.examples.take() != strengths[i]) {
                    // an example of the curve that was on its way
                }
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Timings(millis);
    }
}
