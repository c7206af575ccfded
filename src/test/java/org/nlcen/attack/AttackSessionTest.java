package org.nlcen.attack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmentation;

import static org.assertj.core.api.Assertions.assertThat;

class AttackSessionTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final NetworkInput INPUT = new NetworkInput(new float[SIZE * SIZE], 1, new Geometry(SIZE, SIZE));

    private final ComputeLane lane = new ComputeLane();
    private final Recorder recorder = new Recorder();

    private AttackPlan plan = AttackPlan.PAPER;
    private AttackSession session;

    @AfterEach
    void close() {
        session.close();
        lane.close();
    }

    /** Writes down what it is told. */
    private static final class Recorder implements AttackSession.Listener {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final CountDownLatch idle = new CountDownLatch(1);

        @Override
        public void clean(String id, Segmentation segmentation) {
            events.add("clean " + id);
        }

        @Override
        public void advanced(String id, int sharedSteps) {
            events.add("advanced " + id + " " + sharedSteps);
        }

        @Override
        public void example(String id, AdversarialExample example) {
            events.add("example " + id + " " + example.epsilon());
        }

        @Override
        public void transferred(TransferCell cell) {
            events.add("cell " + cell.source() + cell.shown() + " " + cell.epsilon() + " "
                    + cell.overlap().dic());
        }

        @Override
        public void failed(String id, Exception cause) {
            events.add("failed " + id + " " + cause.getMessage());
        }

        @Override
        public void idle() {
            idle.countDown();
        }

        void awaitIdle() throws InterruptedException {
            assertThat(idle.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Computes a gradient only when allowed to. */
    private static final class Stepped extends ToySegmenter {
        private final Semaphore allowed = new Semaphore(0);
        private final Semaphore started = new Semaphore(0);

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal) {
            started.release();
            allowed.acquireUninterruptibly();
            return super.inputGradient(image, channels, goal);
        }
    }

    private void start(AttackSession.Column... columns) {
        session = new AttackSession(lane, INPUT, Optional.empty(), plan, List.of(columns), recorder);
    }

    private static AttackSession.Column column(String id) {
        return new AttackSession.Column(id, ToySegmenter::new);
    }

    @Test
    void cleanAnswersComeFirstThenTheWholeCurveOfEveryNetwork() throws InterruptedException {
        start(column("a"), column("b"));
        recorder.awaitIdle();

        assertThat(recorder.events).startsWith("clean a", "clean b");
        for (double epsilon : Epsilons.paper()) {
            assertThat(recorder.events).contains("example a " + epsilon, "example b " + epsilon);
        }
        assertThat(recorder.events).contains("advanced a 32", "advanced b 32").doesNotHaveDuplicates();
    }

    @Test
    void whatIsOnScreenComesBeforeTheRest() throws InterruptedException {
        Stepped slow = new Stepped();
        start(new AttackSession.Column("slow", () -> slow));
        slow.started.acquire();
        session.epsilon(2.5);
        slow.allowed.release(10_000);
        recorder.awaitIdle();

        // the step under way, for 0.5, is finished; 2.5 overtakes the rest
        List<String> examples = recorder.events.stream()
                .filter(event -> event.startsWith("example"))
                .toList();
        assertThat(examples).startsWith("example slow 0.0", "example slow 2.5", "example slow 0.5");
    }

    @Test
    void oneFailingNetworkDoesNotStopTheOthers() throws InterruptedException {
        AttackSession.Column broken = new AttackSession.Column("broken", () -> {
            throw new IllegalStateException("no weights");
        });
        start(broken, column("b"));
        recorder.awaitIdle();

        assertThat(recorder.events)
                .startsWith("failed broken no weights", "clean b")
                .contains("example b 32.0");
    }

    @Test
    void closingEndsAfterTheCurrentStepAndSilencesIt() throws Exception {
        Stepped slow = new Stepped();
        start(new AttackSession.Column("slow", () -> slow));
        slow.started.acquire();
        session.close();
        List<String> before = List.copyOf(recorder.events);
        slow.allowed.release(10_000);
        // a call passes the lane only when the step is over and the session's work is gone
        lane.call(() -> null).get(60, TimeUnit.SECONDS);
        lane.call(() -> null).get(60, TimeUnit.SECONDS);

        assertThat(slow.gradients()).isEqualTo(1);
        assertThat(recorder.events).isEqualTo(before);
    }

    @Test
    void aPausedSessionGoesOnWhereItWas() throws Exception {
        Stepped slow = new Stepped();
        start(new AttackSession.Column("slow", () -> slow));
        slow.started.acquire();
        session.pause();
        slow.allowed.release(10_000);
        lane.call(() -> null).get(60, TimeUnit.SECONDS);
        lane.call(() -> null).get(60, TimeUnit.SECONDS);
        assertThat(slow.gradients()).isEqualTo(1);

        session.resume();
        recorder.awaitIdle();
        assertThat(slow.gradients()).isEqualTo(69);
    }

    /** Foreground where the first image row is at least one half white; the other half of the networks wants more. */
    private static final class Reader extends ToySegmenter {
        private final float threshold;

        Reader(float threshold) {
            this.threshold = threshold;
        }

        @Override
        double derivative(float[] image, int i, Mask goal) {
            return goal.get(i) ? -1 : 1;
        }

        @Override
        public Segmentation segment(float[] image, int channels) {
            float[] foreground = new float[SIZE * SIZE];
            for (int i = 0; i < foreground.length; i++) {
                foreground[i] = image[i] >= threshold ? 1 : 0;
            }
            return new Segmentation(foreground);
        }
    }

    @Test
    void imagesMadeAgainstOneNetworkAreShownToTheOthers() throws InterruptedException {
        plan = new AttackPlan(AttackSettings.PAPER, GoalChoice.PAPER, Optional.of("weak"));
        ToySegmenter strong = new Reader(9.5f);
        start(
                new AttackSession.Column("strong", () -> strong),
                new AttackSession.Column("weak", () -> new Reader(1.5f)));
        recorder.awaitIdle();

        assertThat(recorder.events).startsWith("clean weak", "clean strong");
        assertThat(recorder.events).contains("example strong 32.0", "example weak 32.0");
        assertThat(strong.gradients()).as("it is only shown the images").isZero();
    }

    @Test
    void theTransferMatrixHoldsEveryPair() throws Exception {
        Stepped slow = new Stepped();
        // black everywhere is background to both; the goal is white everywhere, so epsilon 2 wins the weak one alone
        start(
                new AttackSession.Column("a", () -> new Reader(1.5f)),
                new AttackSession.Column("b", () -> new Reader(9.5f)),
                new AttackSession.Column("slow", () -> slow));
        session.transfer(2);
        slow.allowed.release(10_000);
        recorder.awaitIdle();

        // an empty reference: 1 while the answer is empty too, else 0
        assertThat(recorder.events)
                .contains("cell aa 2.0 0.0", "cell ab 2.0 1.0", "cell ba 2.0 0.0", "cell bb 2.0 1.0")
                .contains("cell slowslow 2.0 1.0", "cell aslow 2.0 1.0", "cell slowb 2.0 1.0");
    }
}
