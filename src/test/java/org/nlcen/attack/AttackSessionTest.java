package org.nlcen.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

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
        private volatile Consumer<String> attacked = id -> {};

        @Override
        public void clean(String id, Segmentation segmentation) {
            events.add("clean " + id);
        }

        @Override
        public void advanced(String id, int sharedSteps) {
            events.add("advanced " + id + " " + sharedSteps);
        }

        @Override
        public void preview(String id, AdversarialExample example) {
            attacked.accept(id);
        }

        @Override
        public void example(String id, AdversarialExample example) {
            attacked.accept(id);
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
        start(column("a"), column("b"), broken, column("c"), column("d"), column("e"));
        recorder.awaitIdle();

        assertThat(recorder.events)
                .startsWith("clean a", "clean b", "failed broken no weights", "clean c", "clean d", "clean e")
                .contains("example a 32.0", "example b 32.0", "example c 32.0", "example d 32.0", "example e 32.0");
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

    /** Asks for the answer to the clean image and for the gradient there in one pass. */
    private static final class OnePass extends ToySegmenter {
        private final AtomicInteger predictions = new AtomicInteger();

        @Override
        public Segmentation segment(float[] image, int channels) {
            predictions.incrementAndGet();
            return super.segment(image, channels);
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Function<Segmentation, Mask> goal) {
            return inputGradient(image, channels, goal.apply(super.segment(image, channels)));
        }
    }

    @Test
    void theCleanAnswerAndTheFirstGradientAreOnePass() throws InterruptedException {
        OnePass network = new OnePass();
        CountDownLatch begin = new CountDownLatch(1);
        start(new AttackSession.Column("a", () -> {
            begin.await();
            return network;
        }));
        session.epsilon(8);
        begin.countDown();
        recorder.awaitIdle();

        assertThat(recorder.events).startsWith("clean a", "advanced a 1");
        assertThat(network.gradients()).isEqualTo(69);
        // the toy's gradients make a prediction each; the eighteen strengths' own are left
        assertThat(network.predictions.get() - network.gradients()).isEqualTo(18);
    }

    /** Takes as long as it should on a clock of its own. */
    private static final class Timed extends ToySegmenter {
        private final AtomicLong clock;
        private final long step;

        Timed(AtomicLong clock, long step) {
            this.clock = clock;
            this.step = step;
        }

        @Override
        public Segmentation segment(float[] image, int channels) {
            clock.addAndGet(step / 2);
            return super.segment(image, channels);
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal) {
            clock.addAndGet(step / 2);
            return super.inputGradient(image, channels, goal);
        }
    }

    @Test
    void amongSixNetworksTheCheapestShowsItsAttackFirstAndAllGetTheirTurn() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        long[] steps = {1000, 240, 190, 46, 4000, 1100};
        Map<String, Long> firstAttacked = new ConcurrentHashMap<>();
        CountDownLatch begin = new CountDownLatch(1);
        List<AttackSession.Column> columns = new ArrayList<>();
        for (long step : steps) {
            columns.add(new AttackSession.Column("n" + step, step, () -> {
                begin.await();
                return new Timed(clock, step);
            }));
        }
        recorder.attacked = id -> firstAttacked.putIfAbsent(id, clock.get());
        session = new AttackSession(lane, INPUT, Optional.empty(), AttackPlan.PAPER, columns, recorder, clock::get);
        session.epsilon(8);
        begin.countDown();
        recorder.awaitIdle();

        // its clean answer with the first gradient, and the step after it
        assertThat(firstAttacked.get("n46")).isLessThanOrEqualTo(3 * 46);
        // by then each of the six has had as much time as the most expensive needs for its first two steps, and one
        // step more
        assertThat(firstAttacked.get("n4000")).isLessThanOrEqualTo(6 * 3 * 4000L);
        assertThat(firstAttacked).hasSize(6);
    }
}
