package org.nlcen.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One image under attack against several networks, computed on the lane: first the epsilon on screen, with each network's clean
 * answer on the way, then the transfer matrix if one is wanted, then the rest of the paper's curve. {@link Turns} says which
 * network goes next.
 *
 * <p>Methods may be called from any thread and return at once.
 */
public final class AttackSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttackSession.class);

    private final ComputeLane lane;
    private final NetworkInput input;
    private final Optional<Mask> truth;
    private final AttackPlan plan;
    private final Listener listener;
    private final List<Runner> runners = new ArrayList<>();
    private final ComputeLane.Work work = this::step;
    private final LongSupplier nanoTime;
    private final Turns<Runner> turns;
    private volatile double epsilon;
    private volatile boolean requested;
    /** The matrix's epsilon; NaN for none. */
    private volatile double transfer = Double.NaN;

    private TransferRun transferRun;
    private volatile boolean paused;
    private volatile boolean closed;

    /** How a network is got; called on the lane, may be slow. */
    @FunctionalInterface
    public interface Opener {
        Segmenter open() throws Exception;
    }

    /**
     * One network of the comparison.
     *
     * @param id its id
     * @param guess about how many nanoseconds a gradient takes, so that the cheapest begins; 0 if nothing is known
     * @param opener gives the segmenter, which stays the opener's
     */
    public record Column(String id, double guess, Opener opener) {
        /** A network of which nothing is known. */
        public Column(String id, Opener opener) {
            this(id, 0, opener);
        }
    }

    /** Told what is there; called on the lane's thread, must return quickly. */
    public interface Listener {
        /** A network's answer to the clean image. */
        void clean(String id, Segmentation segmentation);

        /** How many of the 32 shared steps a network's trajectory has reached. */
        void advanced(String id, int sharedSteps);

        /** An image on the way to the epsilon on screen, which is not there yet; {@link Attack#preview}. */
        default void preview(String id, AdversarialExample example) {}

        /** An adversarial image. */
        void example(String id, AdversarialExample example);

        /** A cell of the transfer matrix that was asked for. */
        default void transferred(TransferCell cell) {}

        /** A network that could not be loaded or broke; the others go on. */
        void failed(String id, Exception cause);

        /** Nothing is left to compute for now. */
        void idle();
    }

    /** One network's state; used on the lane alone. */
    private static final class Runner {
        private final Column column;
        private Segmenter network;
        /** The network with what it said of the clean image. */
        private KnownImage segmenter;
        /** Against this very network. */
        private Attack own;
        /** What the column shows: its own attack, or the source's. */
        private Attack attack;

        private AttackGoal goal;
        private Mask reference;
        /** Epsilons reported; another's step may have finished one. */
        private final Set<Double> told = new HashSet<>();

        private AdversarialExample previewed;
        private boolean failed;

        Runner(Column column) {
            this.column = column;
        }
    }

    /**
     * Starts at once, with epsilon 0.
     *
     * @param truth at 256x256, where there is one
     * @param plan its source, if it has one, is among the columns
     */
    public AttackSession(
            ComputeLane lane,
            NetworkInput input,
            Optional<Mask> truth,
            AttackPlan plan,
            List<Column> columns,
            Listener listener) {
        this(lane, input, truth, plan, columns, listener, System::nanoTime);
    }

    /** @param nanoTime the clock that turns are measured with */
    AttackSession(
            ComputeLane lane,
            NetworkInput input,
            Optional<Mask> truth,
            AttackPlan plan,
            List<Column> columns,
            Listener listener,
            LongSupplier nanoTime) {
        this.lane = lane;
        this.input = input;
        this.truth = truth;
        this.plan = plan;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.turns = new Turns<>(nanoTime);
        for (Column column : columns) {
            Runner runner = new Runner(column);
            runners.add(runner);
            turns.add(runner, column.guess());
        }
        lane.work(work);
    }

    /** Sets what is on screen; it is computed before all else. */
    public void epsilon(double wanted) {
        Epsilons.check(wanted);
        epsilon = wanted;
        requested = true;
        wake();
    }

    /** Asks for the transfer matrix at an epsilon, cell by cell; NaN takes the wish back. The latest wish counts. */
    public void transfer(double wanted) {
        if (!Double.isNaN(wanted)) {
            Epsilons.check(wanted);
        }
        transfer = wanted;
        wake();
    }

    /** Stops computing after the current step; what is there stays. */
    public void pause() {
        paused = true;
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        paused = false;
        wake();
    }

    private void wake() {
        if (!closed && !paused) {
            lane.work(work);
        }
    }

    /** Ends after the current step; the listener hears no more of it. */
    @Override
    public void close() {
        closed = true;
        lane.cancel(work);
    }

    private boolean step() {
        if (closed || paused) {
            return false;
        }
        if (requested) {
            requested = false;
            turns.request();
        }
        if (advance(epsilon) || stepTransfer()) {
            return true;
        }
        for (double next : Epsilons.paper()) {
            if (advance(next)) {
                return true;
            }
        }
        tell(listener::idle);
        return false;
    }

    /** One step for an epsilon; false if all networks have it. */
    private boolean advance(double wanted) {
        List<Runner> wanting = runners.stream()
                .filter(runner -> !runner.failed && !runner.told.contains(wanted))
                .toList();
        // the others cannot begin before the one whose images they are shown
        Optional<Runner> source = wanting.stream()
                .filter(runner -> isSource(runner) && runner.own == null)
                .findFirst();
        if (wanting.isEmpty()) {
            return false;
        }
        Runner runner = source.orElseGet(() -> turns.next(wanting));
        guarded(runner, () -> serve(runner, wanted));
        return true;
    }

    private void serve(Runner runner, double wanted) throws Exception {
        if (runner.network == null) {
            runner.network = runner.column.opener().open();
            return;
        }
        long start = nanoTime.getAsLong();
        if (runner.attack == null) {
            begin(runner, wanted);
        } else {
            advance(runner, wanted);
        }
        turns.took(runner, nanoTime.getAsLong() - start);
    }

    private void begin(Runner runner, double wanted) {
        KnownImage image = new KnownImage(runner.network, input);
        boolean needsGradient = wanted > 0 && plan.settings().beginsClean() && shownOwn(runner);
        if (needsGradient) {
            image.lookAndAim(clean -> seen(runner, clean).target());
        } else {
            seen(runner, image.look());
        }
        runner.segmenter = image;
        runner.own = plan.settings().start(image, input, runner.goal);
        runner.attack =
                shownOwn(runner) ? runner.own : new TransferredAttack(source().own, runner.segmenter, input.channels());
    }

    private AttackGoal seen(Runner runner, Segmentation clean) {
        runner.reference = truth.orElseGet(clean::mask);
        runner.goal = plan.goal().goal(truth, clean.mask());
        tell(() -> listener.clean(runner.column.id(), clean));
        return runner.goal;
    }

    private boolean shownOwn(Runner runner) {
        return plan.source().isEmpty() || isSource(runner);
    }

    private boolean isSource(Runner runner) {
        return plan.source().filter(runner.column.id()::equals).isPresent();
    }

    private Runner source() {
        return runners.stream()
                .filter(runner -> isSource(runner) && runner.own != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the network the images are made against stopped"));
    }

    /** One step of the matrix that is wanted; false if none is, or it is done. */
    private boolean stepTransfer() {
        double wanted = transfer;
        if (Double.isNaN(wanted)) {
            transferRun = null;
            return false;
        }
        if (transferRun == null || transferRun.epsilon() != wanted) {
            List<TransferRun.Member> members = runners.stream()
                    .filter(runner -> !runner.failed)
                    .map(runner ->
                            new TransferRun.Member(runner.column.id(), runner.segmenter, runner.own, runner.reference))
                    .toList();
            transferRun = new TransferRun(wanted, input.channels(), members);
        }
        if (transferRun.done()) {
            return false;
        }
        String id = transferRun.next();
        try {
            transferRun.step().ifPresent(cell -> tell(() -> listener.transferred(cell)));
        } catch (RuntimeException e) {
            LOG.warn("transfer from {} failed", id, e);
            transferRun.drop(id);
        }
        return true;
    }

    private void advance(Runner runner, double wanted) {
        Attack attack = runner.attack;
        int before = attack.sharedSteps();
        boolean ready = attack.advance(wanted);
        if (attack.sharedSteps() > before) {
            tell(() -> listener.advanced(runner.column.id(), attack.sharedSteps()));
        }
        if (ready) {
            runner.told.add(wanted);
            attack.example(wanted).ifPresent(example -> tell(() -> listener.example(runner.column.id(), example)));
        } else if (wanted == epsilon) {
            attack.preview()
                    .filter(image -> image.steps() > 0 && image != runner.previewed && image.epsilon() < wanted)
                    .ifPresent(image -> {
                        runner.previewed = image;
                        tell(() -> listener.preview(runner.column.id(), image));
                    });
        }
    }

    /** Something that may break one network without harm to the others. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void guarded(Runner runner, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            LOG.warn("network {} failed", runner.column.id(), e);
            runner.failed = true;
            tell(() -> listener.failed(runner.column.id(), e));
        }
    }

    private void tell(Runnable message) {
        if (!closed) {
            message.run();
        }
    }
}
