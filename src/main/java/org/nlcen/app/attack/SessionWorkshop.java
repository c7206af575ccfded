package org.nlcen.app.attack;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackSession;
import org.nlcen.attack.TransferCell;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.ContextLevel;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/** Work on the compute lane. */
public final class SessionWorkshop implements AttackWorkshop {
    /** There and back at a hundred thousand million a second. */
    private static final double NANOS_PER_GIGA_MAC = 2e7;

    private final ComputeLane lane;
    private final Networks networks;

    /** Gives a network by its id; called on the lane, may be slow. */
    @FunctionalInterface
    public interface Networks {
        Segmenter get(String id) throws Exception;

        /** These are used from now on, others may be given up; called on the lane. */
        default void use(Set<String> ids) {}
    }

    public SessionWorkshop(ComputeLane lane, Networks networks) {
        this.lane = lane;
        this.networks = networks;
    }

    @Override
    public AttackWork start(Job job, Events events) {
        lane.call(() -> {
            networks.use(Set.copyOf(job.models()));
            return null;
        });
        List<AttackSession.Column> columns = job.models().stream()
                .map(id -> new AttackSession.Column(id, guess(id), () -> networks.get(id)))
                .toList();
        return new Running(
                new AttackSession(lane, job.input(), job.truth(), job.plan(), columns, new Forwarder(events)));
    }

    /** Nanoseconds a gradient may take, so that the cheapest network begins. */
    private static double guess(String id) {
        return ModelSpec.find(id)
                .map(spec -> NANOS_PER_GIGA_MAC * spec.architecture().gigaMacs())
                .orElse(0.0);
    }

    @Override
    public CompletableFuture<List<ContextLevel>> contexts(
            String model, float[] image, int channels, double u, double v) {
        return lane.call(() -> networks.get(model).contexts(image, channels, u, v));
    }

    private record Running(AttackSession session) implements AttackWork {
        @Override
        public void epsilon(double epsilon) {
            session.epsilon(epsilon);
        }

        @Override
        public void transfer(double epsilon) {
            session.transfer(epsilon);
        }

        @Override
        public void pause() {
            session.pause();
        }

        @Override
        public void resume() {
            session.resume();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private record Forwarder(Events events) implements AttackSession.Listener {
        @Override
        public void clean(String id, Segmentation segmentation) {
            events.clean(id, segmentation);
        }

        @Override
        public void advanced(String id, int sharedSteps) {
            events.advanced(id, sharedSteps);
        }

        @Override
        public void preview(String id, AdversarialExample example) {
            events.preview(id, example);
        }

        @Override
        public void example(String id, AdversarialExample example) {
            events.example(id, example);
        }

        @Override
        public void transferred(TransferCell cell) {
            events.transferred(cell);
        }

        @Override
        public void failed(String id, Exception cause) {
            events.failed(id, cause);
        }

        @Override
        public void idle() {
            events.idle();
        }
    }
}
