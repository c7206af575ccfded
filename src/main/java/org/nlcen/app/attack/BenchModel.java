package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.nlcen.app.attack.AttackWorkshop.Job;
import org.nlcen.app.attack.ColumnModel.Stage;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.GoalChoice;
import org.nlcen.attack.TransferCell;
import org.nlcen.image.Explanation;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench: which networks stand on it, which epsilon is chosen, and how far the work is. All methods belong to the
 * window's thread; the work reports from its own and is handed over by {@code window}.
 */
public final class BenchModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchModel.class);

    /** What the work is doing. */
    public enum Activity {
        /** No image yet, or no network that could work. */
        NONE,
        WORKING,
        PAUSED,
        /** All of the paper's intensities are there. */
        DONE
    }

    /**
     * A network that may stand on the bench.
     *
     * @param problem why it cannot be used, a sentence for the user
     */
    public record Choice(ModelCard card, Optional<Explanation> problem) {}

    private final AttackWorkshop workshop;
    private final Executor window;
    private final ProgressClock clock;
    private final ObservableList<ColumnModel> columns = FXCollections.observableArrayList();
    // kept: a list that only listeners know is collected with them
    private final ObservableList<ColumnModel> columnsView = FXCollections.unmodifiableObservableList(columns);
    private final DoubleProperty epsilon = new SimpleDoubleProperty(this, "epsilon", 8);
    private final ReadOnlyObjectWrapper<Activity> activity =
            new ReadOnlyObjectWrapper<>(this, "activity", Activity.NONE);
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ObjectProperty<AttackPlan> plan = new SimpleObjectProperty<>(this, "plan", AttackPlan.PAPER);
    private final ObjectProperty<Optional<Mask>> painted =
            new SimpleObjectProperty<>(this, "painted", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Mask>> truth =
            new ReadOnlyObjectWrapper<>(this, "truth", Optional.empty());
    private final BenchRows rows = new BenchRows();
    private final CompareModel compare = new CompareModel();
    private final TransferModel transfer = new TransferModel(this::orderTransfer);
    private List<Choice> chosen = List.of();
    private Optional<NetworkInput> input = Optional.empty();
    private AttackWork work;
    private int run;

    /**
     * @param workshop starts the work
     * @param window runs something on the window's thread
     * @param nanoTime a clock, for the time left
     */
    public BenchModel(AttackWorkshop workshop, Executor window, LongSupplier nanoTime) {
        this.workshop = workshop;
        this.window = window;
        this.clock = new ProgressClock(nanoTime);
        epsilon.addListener((property, before, now) -> chooseEpsilon(now.doubleValue()));
        plan.addListener((property, before, now) -> restart());
        painted.addListener((property, before, now) -> takePainted(now));
    }

    public ObservableList<ColumnModel> columns() {
        return columnsView;
    }

    /** Grey levels the adversary is allowed, 0 to 32; values off the scale of halves are moved onto it. */
    public DoubleProperty epsilonProperty() {
        return epsilon;
    }

    public double epsilon() {
        return epsilon.get();
    }

    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    public Activity activity() {
        return activity.get();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The attack, its goal and the network it is made against; another plan starts the work anew. */
    public ObjectProperty<AttackPlan> planProperty() {
        return plan;
    }

    public AttackPlan plan() {
        return plan.get();
    }

    /**
     * The goal the user painted, 256x256: whoever lets the user paint sets it. It is followed at once while the painted goal
     * is the one chosen, and offered by the goal chooser otherwise.
     */
    public ObjectProperty<Optional<Mask>> paintedGoalProperty() {
        return painted;
    }

    /** Which rows are shown. */
    public BenchRows rows() {
        return rows;
    }

    /** The comparison of two strengths. */
    public CompareModel compare() {
        return compare;
    }

    public TransferModel transfer() {
        return transfer;
    }

    /** Asks for the transfer matrix of all networks on the bench that answered, at the epsilon chosen. */
    public void computeTransfer() {
        List<ColumnModel> members =
                columns.stream().filter(ColumnModel::working).toList();
        if (work != null && !members.isEmpty()) {
            resume();
            transfer.start(members, epsilon());
        }
    }

    /** The network the images are made against, where there is one for all. */
    public Optional<ColumnModel> source() {
        return plan().source().flatMap(id -> columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst());
    }

    /** What a column's context encoders do at an image; finishes on the work's thread. */
    public CompletableFuture<List<ContextLevel>> contexts(ColumnModel column, float[] image, double u, double v) {
        int channels = input.map(NetworkInput::channels).orElse(1);
        return workshop.contexts(column.id(), image, channels, u, v);
    }

    /** What the networks see; empty before the first image. */
    public Optional<NetworkInput> input() {
        return input;
    }

    /** The ground truth, 256x256. */
    public ReadOnlyObjectProperty<Optional<Mask>> truthProperty() {
        return truth.getReadOnlyProperty();
    }

    public Optional<Mask> truth() {
        return truth.get();
    }

    /** What answers of this column are measured against: the truth, else its own clean answer. */
    public Optional<Mask> reference(ColumnModel column) {
        return truth().or(column::cleanMask);
    }

    /** Takes another image and the networks for it; work on the one before stops within one step. */
    public void load(NetworkInput image, Optional<Mask> groundTruth, List<Choice> networks) {
        input = Optional.of(image);
        truth.set(groundTruth);
        choose(networks);
    }

    /** Puts networks on the bench, in this order. */
    public void choose(List<Choice> networks) {
        chosen = List.copyOf(networks);
        restart();
    }

    public List<Choice> chosen() {
        return chosen;
    }

    /** Stops after the step at hand. */
    public void pause() {
        if (activity() == Activity.WORKING) {
            clock.stop();
            work.pause();
            activity.set(Activity.PAUSED);
        }
    }

    public void resume() {
        if (activity() == Activity.PAUSED) {
            work.resume();
            activity.set(Activity.WORKING);
        }
    }

    @Override
    public void close() {
        run++;
        if (work != null) {
            work.close();
            work = null;
        }
        activity.set(Activity.NONE);
    }

    private void orderTransfer(double wanted) {
        if (work != null) {
            work.transfer(wanted);
            if (!Double.isNaN(wanted) && activity() == Activity.DONE) {
                activity.set(Activity.WORKING);
            }
        }
    }

    private void takePainted(Optional<Mask> mask) {
        AttackPlan now = plan();
        if (mask.isPresent() && now.goal().kind() == AttackGoal.Kind.CUSTOM) {
            GoalChoice goal = GoalChoice.given(AttackGoal.Kind.CUSTOM, mask.get());
            plan.set(new AttackPlan(now.settings(), goal, now.source()));
        }
    }

    private void restart() {
        close();
        transfer.clear();
        AttackPlan doable = plan().among(chosen.stream()
                .filter(choice -> choice.card().trained() && choice.problem().isEmpty())
                .map(choice -> choice.card().id())
                .toList());
        if (!doable.equals(plan())) {
            // sets off this method again
            plan.set(doable);
            return;
        }
        List<ColumnModel> next = new ArrayList<>();
        for (Choice choice : chosen) {
            next.add(column(choice, next.size()));
        }
        columns.setAll(next);
        clock.stop();
        List<String> able = columns.stream()
                .filter(column -> column.stage() == Stage.WAITING)
                .map(ColumnModel::id)
                .toList();
        measureProgress();
        if (input.isPresent() && !able.isEmpty()) {
            activity.set(Activity.WORKING);
            Job job = new Job(input.get(), truth(), plan(), able);
            work = workshop.start(job, new Reports(run, job));
            work.epsilon(epsilon());
        }
    }

    private ColumnModel column(Choice choice, int place) {
        ColumnModel column = new ColumnModel(
                choice.card(), place, StepCost.of(plan(), choice.card().id()));
        column.wait(epsilon());
        if (choice.problem().isPresent()) {
            column.stop(Stage.FAILED, choice.problem().get());
        } else if (!choice.card().trained()) {
            column.stop(Stage.NOT_TRAINED, Explanation.NONE);
        }
        return column;
    }

    private void chooseEpsilon(double value) {
        double snapped = EpsilonScale.snap(value);
        if (snapped != value) {
            epsilon.set(snapped);
            return;
        }
        columns.forEach(column -> column.show(snapped));
        if (work != null) {
            work.epsilon(snapped);
            if (activity() == Activity.DONE && columns.stream().anyMatch(column -> column.late() && column.working())) {
                activity.set(Activity.WORKING);
            }
        }
    }

    private void measureProgress() {
        int total = columns.stream()
                .filter(ColumnModel::working)
                .mapToInt(column -> column.cost().total())
                .sum();
        int done = columns.stream()
                .filter(column -> column.stage() == Stage.READY)
                .mapToInt(ColumnModel::stepsDone)
                .sum();
        progress.set(clock.measure(done, total));
    }

    /** Reports of one run; those that arrive after its end are dropped. */
    private final class Reports implements AttackWorkshop.Events {
        private final int mine;
        private final Job job;
        /** By network; used on the work's thread alone. */
        private final Map<String, Mask> references = new HashMap<>();

        Reports(int mine, Job job) {
            this.mine = mine;
            this.job = job;
        }

        @Override
        public void clean(String model, Segmentation segmentation) {
            float[] image = job.input().values();
            references.put(model, job.truth().orElseGet(segmentation::mask));
            example(model, new AdversarialExample(0, 0, image, segmentation));
        }

        @Override
        public void advanced(String model, int steps) {
            update(model, column -> column.advanced(steps));
        }

        @Override
        public void preview(String model, AdversarialExample example) {
            Outcome outcome = Outcome.of(example, references.get(model));
            update(model, column -> column.preview(outcome));
        }

        @Override
        public void example(String model, AdversarialExample example) {
            Outcome outcome = Outcome.of(example, references.get(model));
            update(model, column -> column.add(outcome));
        }

        @Override
        public void failed(String model, Exception cause) {
            LOG.error("{} stopped", model, cause);
            update(model, column -> column.stop(Stage.FAILED, ModelLoadException.reason(cause)));
        }

        @Override
        public void idle() {
            window.execute(() -> {
                if (mine == run && activity() == Activity.WORKING) {
                    activity.set(Activity.DONE);
                    transfer.finished();
                }
            });
        }

        @Override
        public void transferred(TransferCell cell) {
            window.execute(() -> {
                if (mine == run) {
                    transfer.add(cell);
                }
            });
        }

        private void update(String model, Consumer<ColumnModel> change) {
            window.execute(() -> {
                if (mine != run) {
                    return;
                }
                columns.stream().filter(column -> column.id().equals(model)).forEach(change);
                measureProgress();
            });
        }
    }
}
