package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

import org.junit.jupiter.api.Test;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.ColumnModel.Stage;
import org.nlcen.app.base.Texts;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSettings;
import org.nlcen.attack.GoalChoice;
import org.nlcen.attack.TransferCell;
import org.nlcen.image.Explanation;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;

class BenchModelTest {
    private static final int PIXELS = 256 * 256;

    private final List<FakeWork> works = new ArrayList<>();
    private final List<Runnable> windowTasks = new ArrayList<>();
    private long nanos;
    private final BenchModel bench = new BenchModel(this::start, windowTasks::add, () -> nanos);
    private final NetworkInput input = new NetworkInput(new float[PIXELS], 1, new Geometry(256, 256));
    private final Choice first = new Choice(ToySegmenter.card("a-lung", "A"), Optional.empty());
    private final Choice second = new Choice(ToySegmenter.card("b-lung", "B"), Optional.empty());

    /** Remembers what it was asked for. */
    private static final class FakeWork implements AttackWork {
        private final AttackWorkshop.Job job;
        private final AttackWorkshop.Events events;
        private final List<Double> wanted = new ArrayList<>();
        private final List<Double> transfers = new ArrayList<>();
        private boolean paused;
        private boolean closed;

        FakeWork(AttackWorkshop.Job job, AttackWorkshop.Events events) {
            this.job = job;
            this.events = events;
        }

        @Override
        public void epsilon(double epsilon) {
            wanted.add(epsilon);
        }

        @Override
        public void transfer(double epsilon) {
            transfers.add(epsilon);
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private AttackWork start(AttackWorkshop.Job job, AttackWorkshop.Events events) {
        FakeWork work = new FakeWork(job, events);
        works.add(work);
        return work;
    }

    private FakeWork work() {
        return works.get(works.size() - 1);
    }

    private void runWindow() {
        List.copyOf(windowTasks).forEach(Runnable::run);
        windowTasks.clear();
    }

    /** The first {@code foreground} pixels are the structure. */
    private static Segmentation answer(int foreground) {
        float[] probabilities = new float[PIXELS];
        Arrays.fill(probabilities, 0, foreground, 0.9f);
        return new Segmentation(probabilities);
    }

    private static Mask mask(int foreground) {
        return answer(foreground).mask();
    }

    private static AdversarialExample example(double epsilon, int foreground) {
        return new AdversarialExample(epsilon, 1, new float[PIXELS], answer(foreground));
    }

    @Test
    void anImageStartsWorkForAllAbleNetworksAndTheEpsilonOnTheScreen() {
        ModelCard untrained = new ModelCard("c-lung", "C", "toy", Task.LUNG, 1, Optional.empty(), List.of(), "");
        Choice damaged =
                new Choice(ToySegmenter.card("d-lung", "D"), Optional.of(Explanation.of("the file is cut off")));
        bench.load(input, Optional.empty(), List.of(first, new Choice(untrained, Optional.empty()), damaged));

        assertThat(work().job.models()).containsExactly("a-lung");
        assertThat(work().wanted).containsExactly(8.0);
        assertThat(bench.activity()).isEqualTo(Activity.WORKING);
        assertThat(bench.columns())
                .extracting(ColumnModel::stage)
                .containsExactly(Stage.WAITING, Stage.NOT_TRAINED, Stage.FAILED);
        assertThat(bench.columns().get(2).problemProperty().get()).hasToString("the file is cut off");
    }

    @Test
    void overlapsAreMeasuredAgainstTheTruth() {
        bench.load(input, Optional.of(mask(100)), List.of(first));
        work().events.clean("a-lung", answer(300));
        work().events.example("a-lung", example(8, 50));
        runWindow();

        ColumnModel column = bench.columns().get(0);
        assertThat(column.stage()).isEqualTo(Stage.READY);
        // 2 * 100 / (100 + 300) and 2 * 50 / (100 + 50)
        assertThat(column.clean().orElseThrow().overlap().dic()).isEqualTo(0.5);
        assertThat(column.shown().orElseThrow().overlap().dic()).isEqualTo(100 / 150.0);
        assertThat(column.shown().orElseThrow().overlap().jsc()).isEqualTo(0.5);
    }

    @Test
    void withoutTruthTheCleanAnswerIsTheReference() {
        bench.load(input, Optional.empty(), List.of(first));
        work().events.clean("a-lung", answer(300));
        work().events.example("a-lung", example(8, 100));
        runWindow();

        ColumnModel column = bench.columns().get(0);
        assertThat(column.clean().orElseThrow().overlap().dic()).isEqualTo(1);
        assertThat(column.shown().orElseThrow().overlap().dic()).isEqualTo(0.5);
        assertThat(bench.reference(column)).contains(mask(300));
    }

    @Test
    void anEpsilonThatIsThereShowsAtOnceAndAnotherKeepsTheLastPictureMarkedLate() {
        bench.load(input, Optional.of(mask(100)), List.of(first));
        work().events.clean("a-lung", answer(100));
        work().events.example("a-lung", example(8, 90));
        work().events.example("a-lung", example(2, 95));
        runWindow();
        ColumnModel column = bench.columns().get(0);

        bench.epsilonProperty().set(2);
        assertThat(column.shown().orElseThrow().epsilon()).isEqualTo(2);
        assertThat(column.late()).isFalse();
        bench.epsilonProperty().set(5);
        assertThat(column.shown().orElseThrow().epsilon()).isEqualTo(2);
        assertThat(column.late()).isTrue();
        assertThat(work().wanted).containsExactly(8.0, 2.0, 5.0);
        bench.epsilonProperty().set(0);
        assertThat(column.shown()).isEqualTo(column.clean());
    }

    @Test
    void epsilonsOffTheScaleAreMovedOntoIt() {
        bench.epsilonProperty().set(6.3);
        assertThat(bench.epsilon()).isEqualTo(6.5);
        bench.epsilonProperty().set(99);
        assertThat(bench.epsilon()).isEqualTo(32);
    }

    @Test
    void anotherImageClosesTheWorkAndItsLateReportsAreDropped() {
        bench.load(input, Optional.of(mask(100)), List.of(first));
        FakeWork old = work();
        bench.load(input, Optional.of(mask(100)), List.of(first, second));
        old.events.clean("a-lung", answer(100));
        old.events.idle();
        runWindow();

        assertThat(old.closed).isTrue();
        assertThat(work().closed).isFalse();
        assertThat(bench.columns()).extracting(ColumnModel::stage).containsOnly(Stage.WAITING);
        assertThat(bench.activity()).isEqualTo(Activity.WORKING);
    }

    @Test
    void pausingAndResumingReachTheWork() {
        bench.load(input, Optional.empty(), List.of(first));
        bench.pause();
        assertThat(work().paused).isTrue();
        assertThat(bench.activity()).isEqualTo(Activity.PAUSED);
        bench.resume();
        assertThat(work().paused).isFalse();
        assertThat(bench.activity()).isEqualTo(Activity.WORKING);
    }

    @Test
    void aFailedNetworkKeepsTheOthersWorking() {
        bench.load(input, Optional.empty(), List.of(first, second));
        work().events.failed("a-lung", new IllegalStateException("out of memory"));
        work().events.clean("b-lung", answer(10));
        runWindow();
        assertThat(bench.columns()).extracting(ColumnModel::stage).containsExactly(Stage.FAILED, Stage.READY);
        assertThat(bench.columns().get(0).problemProperty().get()).hasToString("out of memory");
        assertThat(bench.progressProperty().get().total()).isEqualTo(86);
    }

    @Test
    void progressCountsSharedAndOwnStepsAndTellsTheTimeLeft() {
        bench.load(input, Optional.empty(), List.of(first));
        work().events.clean("a-lung", answer(10));
        runWindow();
        nanos = 10_000_000_000L;
        work().events.advanced("a-lung", 8);
        // epsilon 8 has 10 steps of which 8 are shared
        work().events.example("a-lung", example(8, 10));
        runWindow();
        Progress progress = bench.progressProperty().get();
        assertThat(progress.done()).isEqualTo(10);
        assertThat(progress.total()).isEqualTo(86);
        // ten steps in ten seconds
        assertThat(progress.left().orElseThrow().toSeconds()).isEqualTo(76);
    }

    @Test
    void idleMeansDoneUntilAnEpsilonIsChosenThatIsNotThere() {
        bench.load(input, Optional.empty(), List.of(first));
        work().events.clean("a-lung", answer(10));
        work().events.example("a-lung", example(8, 10));
        work().events.idle();
        runWindow();
        assertThat(bench.activity()).isEqualTo(Activity.DONE);
        bench.epsilonProperty().set(7.5);
        assertThat(bench.activity()).isEqualTo(Activity.WORKING);
    }

    @Test
    void theSweepWaitsForWhatIsNotThereAndEndsAtTheStrongest() {
        bench.epsilonProperty().set(30);
        bench.load(input, Optional.empty(), List.of(first));
        work().events.clean("a-lung", answer(10));
        runWindow();
        Sweep sweep = new Sweep(bench);
        sweep.begin();
        assertThat(sweep.advance()).isTrue();
        assertThat(bench.epsilon()).as("waits").isEqualTo(30);
        work().events.example("a-lung", example(30, 10));
        work().events.example("a-lung", example(32, 10));
        runWindow();
        assertThat(sweep.advance()).isTrue();
        assertThat(bench.epsilon()).isEqualTo(32);
        assertThat(sweep.advance()).isFalse();
        sweep.begin();
        assertThat(bench.epsilon()).isZero();
    }

    @Test
    void anotherPlanStartsAnew() {
        bench.load(input, Optional.of(mask(100)), List.of(first, second));
        FakeWork old = work();
        AttackPlan transfer = new AttackPlan(
                AttackMethod.PGD.defaults(), GoalChoice.of(AttackGoal.Kind.EMPTY), Optional.of("b-lung"));
        bench.planProperty().set(transfer);

        assertThat(old.closed).isTrue();
        assertThat(work().job.plan()).isEqualTo(transfer);
        assertThat(bench.source()).contains(bench.columns().get(1));
        assertThat(bench.columns()).extracting(ColumnModel::shownOnly).containsExactly(true, false);
        // a look at each of 18 intensities, and 18 times 3 starts of 20 steps
        assertThat(bench.progressProperty().get().total()).isEqualTo(18 + 18 * 60);
    }

    @Test
    void aSourceThatLeavesTheBenchMakesNoImages() {
        bench.load(input, Optional.empty(), List.of(first, second));
        bench.planProperty().set(new AttackPlan(AttackSettings.PAPER, GoalChoice.PAPER, Optional.of("b-lung")));
        bench.choose(List.of(first));

        assertThat(bench.plan()).isEqualTo(AttackPlan.PAPER);
        assertThat(work().job.plan()).isEqualTo(AttackPlan.PAPER);
        assertThat(works).hasSize(3);
    }

    @Test
    void aPaintedGoalIsFollowedWhileItIsTheOneChosen() {
        bench.load(input, Optional.empty(), List.of(first));
        bench.paintedGoalProperty().set(Optional.of(mask(5)));
        assertThat(works).hasSize(1);
        bench.planProperty()
                .set(new AttackPlan(
                        AttackSettings.PAPER, GoalChoice.given(AttackGoal.Kind.CUSTOM, mask(5)), Optional.empty()));
        bench.paintedGoalProperty().set(Optional.of(mask(6)));

        assertThat(work().job.plan().goal().mask()).contains(mask(6));
    }

    @Test
    void theTransferMatrixFillsAndIsForgottenWithTheBench() {
        bench.load(input, Optional.of(mask(100)), List.of(first, second));
        bench.computeTransfer();
        TransferModel transfer = bench.transfer();
        assertThat(work().transfers).containsExactly(8.0);
        assertThat(transfer.state()).isEqualTo(TransferModel.State.RUNNING);
        assertThat(transfer.total()).isEqualTo(4);

        Overlap overlap = new Overlap(1, 1, 0);
        work().events.transferred(new TransferCell("a-lung", "b-lung", 8, overlap));
        work().events.transferred(new TransferCell("a-lung", "a-lung", 4, overlap));
        runWindow();
        assertThat(transfer.cell(bench.columns().get(0), bench.columns().get(1)))
                .contains(overlap);
        assertThat(transfer.countProperty().get())
                .as("cells of another strength are old")
                .isEqualTo(1);
        transfer.stop();
        assertThat(work().transfers).last().isEqualTo(Double.NaN);
        assertThat(transfer.state()).isEqualTo(TransferModel.State.STOPPED);

        bench.choose(List.of(first));
        assertThat(transfer.state()).isEqualTo(TransferModel.State.NONE);
        assertThat(transfer.total()).isZero();
    }

    @Test
    void rowsAreKeptByNameAndTheLastOneStays() {
        BenchRows rows = bench.rows();
        rows.show(BenchRow.PROBABILITY, true);
        rows.show(BenchRow.ATTACKED, false);
        assertThat(rows.names()).containsExactly("PERTURBATION", "AGREEMENT", "PROBABILITY");
        rows.restore(List.of("MASK", "SOMETHING_NEWER"));
        assertThat(rows.shown()).containsExactly(BenchRow.MASK);
        rows.show(BenchRow.MASK, false);
        assertThat(rows.shown()).containsExactly(BenchRow.MASK);
        rows.restore(List.of());
        assertThat(rows.shown()).isEqualTo(BenchRows.DEFAULT);
    }

    @Test
    void theGoalsNameFollowsTheTruth() {
        ObservableValue<String> name = GoalChooser.name(bench, Texts.of(Locale.ENGLISH));
        List<String> heard = new ArrayList<>();
        name.addListener((property, before, now) -> heard.add(now));
        assertThat(name.getValue()).isEqualTo("Inverse of prediction");

        bench.load(input, Optional.of(mask(100)), List.of(first));
        bench.load(input, Optional.empty(), List.of(first));
        bench.planProperty().set(new AttackPlan(bench.plan().settings(), GoalChoice.shifted(8, 0), Optional.empty()));

        assertThat(heard).containsExactly("Inverse of truth", "Inverse of prediction", "Shifted");
    }
}
