package org.nlcen.app.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.app.Workspace;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.NetworksModel;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.Task;

/**
 * The guided lesson: sets the real window up for each step, knows when what the step asks for has happened, does it itself when
 * asked, and leaves the window as it was found. For the window's thread.
 */
public final class LessonModel {
    /** From here on an attack is plain to see. */
    static final double VISIBLE = 4;

    private static final double STRONG = 8;

    private static final String PLAIN = "nlcen-lung";
    private static final String WITHOUT_BLOCK = "nlcen-no-nlce-lung";
    private static final String HARDENED = "nlcen-robust-lung";

    private final Workspace workspace;
    private final BenchModel bench;
    private final ReadOnlyObjectWrapper<Optional<LessonStep>> step =
            new ReadOnlyObjectWrapper<>(this, "step", Optional.empty());
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final InvalidationListener look = change -> judge();
    private final List<ColumnModel> watched = new ArrayList<>();
    private Before before;
    private boolean settingUp;

    /** How the window was found. */
    private record Before(double epsilon, AttackPlan plan, Set<String> onBench) {}

    public LessonModel(Workspace workspace) {
        this.workspace = workspace;
        this.bench = workspace.bench();
        bench.columns().addListener((Observable columns) -> {
            watch();
            judge();
        });
        bench.epsilonProperty().addListener(look);
        bench.planProperty().addListener(look);
        bench.activityProperty().addListener(look);
        watch();
    }

    /** The step at hand; empty while there is no lesson. */
    public ReadOnlyObjectProperty<Optional<LessonStep>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether what the step asks for has happened; once it has, it stays so. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** The steps this lesson has, in order: one on training against attacks only where such a network is there. */
    public List<LessonStep> steps() {
        return Arrays.stream(LessonStep.values())
                .filter(each -> each != LessonStep.TRAINING
                        || able(List.of(PLAIN, HARDENED)).size() == 2)
                .toList();
    }

    public boolean running() {
        return step.get().isPresent();
    }

    /** Begins with the first step, on a chest phantom unless a grey image is open. */
    public void begin() {
        if (running()) {
            return;
        }
        before = new Before(
                bench.epsilon(),
                bench.plan(),
                workspace.networks().knownProperty().get().stream()
                        .map(choice -> choice.card().id())
                        .filter(workspace.networks()::shown)
                        .collect(Collectors.toSet()));
        boolean fitting = workspace.library().image() != null
                && workspace.library().image().task() == Task.LUNG;
        if (!fitting) {
            workspace.openPhantom(false);
        }
        enter(LessonStep.SEE);
    }

    /** Goes on; after the last step the lesson ends. */
    public void next() {
        step.get().ifPresent(now -> {
            List<LessonStep> all = steps();
            int place = all.indexOf(now) + 1;
            if (place < all.size()) {
                enter(all.get(place));
            } else {
                end();
            }
        });
    }

    public void back() {
        List<LessonStep> all = steps();
        step.get().filter(now -> all.indexOf(now) > 0).ifPresent(now -> enter(all.get(all.indexOf(now) - 1)));
    }

    /** Ends the lesson and leaves attack, strength and networks as they were found. */
    public void end() {
        if (!running()) {
            return;
        }
        step.set(Optional.empty());
        done.set(false);
        Set<String> onBench = before.onBench();
        NetworksModel networks = workspace.networks();
        networks.knownProperty().get().stream()
                .map(choice -> choice.card().id())
                .filter(id -> networks.shown(id) != onBench.contains(id))
                .forEach(id -> networks.show(id, onBench.contains(id)));
        bench.planProperty().set(before.plan());
        bench.epsilonProperty().set(before.epsilon());
    }

    /** Does for the user what the step asks for. */
    public void doIt() {
        step.get().ifPresent(now -> {
            switch (now) {
                case SEE -> bench.epsilonProperty().set(0);
                case ATTACK_ONE, COMPARE, NLCE, TRAINING ->
                    bench.epsilonProperty().set(STRONG);
                case TRANSFER -> {
                    Optional<String> weakest =
                            weakest().map(choice -> choice.card().id());
                    bench.planProperty()
                            .set(new AttackPlan(AttackPlan.PAPER.settings(), AttackPlan.PAPER.goal(), weakest));
                    bench.epsilonProperty().set(STRONG);
                }
                case NOISE -> {
                    bench.planProperty()
                            .set(new AttackPlan(
                                    AttackMethod.NOISE.defaults(), AttackPlan.PAPER.goal(), Optional.empty()));
                    bench.epsilonProperty().set(STRONG);
                }
                case HONEST -> done.set(true);
            }
        });
    }

    private void enter(LessonStep next) {
        settingUp = true;
        step.set(Optional.of(next));
        done.set(false);
        switch (next) {
            case SEE -> {
                show(trained());
                bench.planProperty().set(AttackPlan.PAPER);
                bench.epsilonProperty().set(0);
            }
            case ATTACK_ONE -> {
                bench.planProperty().set(AttackPlan.PAPER);
                show(weakest().stream().toList());
                bench.epsilonProperty().set(0);
            }
            case COMPARE -> {
                bench.planProperty().set(AttackPlan.PAPER);
                show(trained());
            }
            case TRANSFER -> {
                bench.planProperty().set(AttackPlan.PAPER);
                show(trained());
            }
            case NOISE -> {
                show(trained());
                bench.planProperty().set(AttackPlan.PAPER);
            }
            case NLCE -> {
                bench.planProperty().set(AttackPlan.PAPER);
                show(pair());
            }
            case TRAINING -> {
                bench.planProperty().set(AttackPlan.PAPER);
                show(able(List.of(PLAIN, HARDENED)));
            }
            case HONEST -> show(trained());
        }
        settingUp = false;
        judge();
    }

    /** Puts just these networks on the bench. */
    private void show(List<Choice> wanted) {
        for (Choice choice : workspace.networks().ofTask()) {
            if (wanted.contains(choice)) {
                workspace.networks().show(choice.card().id(), true);
            }
        }
        for (Choice choice : workspace.networks().ofTask()) {
            if (!wanted.contains(choice)) {
                workspace.networks().show(choice.card().id(), false);
            }
        }
    }

    /** Networks that can answer, of those that were on the bench; where these are fewer than two, of all that are compared. */
    private List<Choice> trained() {
        List<String> ids = workspace.networks().ofTask().stream()
                .map(choice -> choice.card().id())
                .toList();
        Set<String> onBench = before.onBench();
        List<Choice> chosen = able(ids.stream().filter(onBench::contains).toList());
        return chosen.size() < 2
                ? able(ids.stream()
                        .filter(id -> ModelSpec.compared(id) || onBench.contains(id))
                        .toList())
                : chosen;
    }

    /** Those of {@code ids} that can answer, in the catalogue's order. */
    private List<Choice> able(Collection<String> ids) {
        return workspace.networks().knownProperty().get().stream()
                .filter(choice -> ids.contains(choice.card().id())
                        && choice.card().trained()
                        && choice.problem().isEmpty())
                .toList();
    }

    /** The network that suffers most in the figures on its card, else the last one. */
    private Optional<Choice> weakest() {
        return trained().stream()
                .min(Comparator.comparingDouble((Choice choice) ->
                        choice.card().figure(STRONG).map(figure -> figure.dic()).orElse(1.0)));
    }

    /** NLCEN and the same without its block; where that is not trained, the weakest one. */
    private List<Choice> pair() {
        List<Choice> both = new ArrayList<>(able(List.of(PLAIN, WITHOUT_BLOCK)));
        if (both.size() < 2) {
            weakest().filter(choice -> !both.contains(choice)).ifPresent(both::add);
        }
        return both.size() < 2 ? trained() : both;
    }

    private void watch() {
        watched.forEach(column -> {
            column.shownProperty().removeListener(look);
            column.stageProperty().removeListener(look);
        });
        watched.clear();
        watched.addAll(bench.columns());
        watched.forEach(column -> {
            column.shownProperty().addListener(look);
            column.stageProperty().addListener(look);
        });
    }

    private void judge() {
        if (!settingUp
                && !done.get()
                && step.get().isPresent()
                && happened(step.get().get())) {
            done.set(true);
        }
    }

    private boolean happened(LessonStep now) {
        boolean strong = bench.epsilon() >= VISIBLE && allShown();
        boolean paper = bench.plan().settings().method() != AttackMethod.NOISE
                && bench.plan().source().isEmpty();
        return switch (now) {
            case SEE -> bench.epsilon() == 0 && allShown();
            case ATTACK_ONE -> strong && paper && bench.columns().size() == 1;
            case COMPARE, NLCE, TRAINING -> strong && paper && bench.columns().size() > 1;
            case TRANSFER -> strong && bench.plan().source().isPresent();
            case NOISE -> strong && bench.plan().settings().method() == AttackMethod.NOISE;
            case HONEST -> true;
        };
    }

    /** Whether every network that can answer shows the epsilon chosen. */
    private boolean allShown() {
        List<ColumnModel> able = bench.columns().stream()
                .filter(column ->
                        column.stage() == ColumnModel.Stage.READY || column.stage() == ColumnModel.Stage.WAITING)
                .toList();
        return !able.isEmpty() && able.stream().noneMatch(ColumnModel::late);
    }
}
