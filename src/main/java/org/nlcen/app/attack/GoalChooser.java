package org.nlcen.app.attack;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.attack.AttackGoal.Kind;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.GoalChoice;
import org.nlcen.image.Mask;

/** The button that names the goal, and the list with a small picture of each. */
final class GoalChooser {
    private static final int THUMBNAIL = 40;
    private static final int SHIFT = 32;
    private static final int MOST_SHIFT = 255;

    private final BenchModel bench;
    private final Texts texts;
    private final PlanButton button;
    private final Runnable chooseMask;
    private int right = SHIFT;
    private int down;

    /** @param chooseMask lets the user choose the mask of another image */
    GoalChooser(Button button, BenchModel bench, Texts texts, Runnable chooseMask) {
        this.bench = bench;
        this.texts = texts;
        this.chooseMask = chooseMask;
        this.button = new PlanButton(button, name(bench, texts), this::list);
    }

    /** What the goal comes to with the image as it is, which another ground truth may change. */
    static ObservableValue<String> name(BenchModel bench, Texts texts) {
        return Bindings.createStringBinding(
                () -> texts.get("goal." + bench.plan().goal().kindWith(bench.truth()) + ".short"),
                bench.planProperty(),
                bench.truthProperty());
    }

    /** Shows the list, or hides it. */
    void open() {
        button.open();
    }

    private VBox list() {
        GoalChoice now = bench.plan().goal();
        if (now.kind() == Kind.SHIFTED) {
            right = now.right();
            down = now.down();
        }
        VBox list = Bubble.list(texts.get("goal.title"));
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            list.getChildren().add(entry(kind, group));
        }
        return list;
    }

    private Node entry(Kind kind, ToggleGroup group) {
        Optional<GoalChoice> choice = choice(kind);
        RadioButton radio = new RadioButton(texts.get("goal." + kind));
        radio.setToggleGroup(group);
        radio.setSelected(bench.plan().goal().kindWith(bench.truth()) == kind);
        radio.setOnAction(event -> {
            if (kind == Kind.OTHER_IMAGE) {
                button.hide();
                chooseMask.run();
            } else {
                choice.ifPresent(this::set);
                button.again();
            }
        });
        radio.setDisable(choice.isEmpty() && kind != Kind.OTHER_IMAGE);
        VBox words = PlanButton.entry(radio, texts.get("goal." + kind + ".hint"));
        if (kind == Kind.SHIFTED && radio.isSelected()) {
            words.getChildren().add(shift());
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox entry = new HBox(words);
        entry.getStyleClass().add("goal-entry");
        choice.flatMap(this::target).ifPresent(mask -> entry.getChildren().add(thumbnail(mask)));
        return entry;
    }

    /** What a kind would mean now; empty while something for it is missing. */
    private Optional<GoalChoice> choice(Kind kind) {
        GoalChoice now = bench.plan().goal();
        if (now.kindWith(bench.truth()) == kind && kind != Kind.CUSTOM) {
            return Optional.of(now);
        }
        return switch (kind) {
            case INVERSE_OF_TRUTH -> bench.truth().map(truth -> GoalChoice.of(kind));
            case SHIFTED -> Optional.of(GoalChoice.shifted(right, down));
            case CUSTOM -> bench.paintedGoalProperty().get().map(mask -> GoalChoice.given(kind, mask));
            case OTHER_IMAGE -> Optional.empty();
            case INVERSE_OF_PREDICTION, EMPTY, EVERYTHING -> Optional.of(GoalChoice.of(kind));
        };
    }

    private Optional<Mask> target(GoalChoice choice) {
        return bench.columns().stream()
                .flatMap(column -> column.cleanMask().stream())
                .findFirst()
                .or(bench::truth)
                .map(clean -> choice.goal(bench.truth(), clean).target());
    }

    private Node shift() {
        HBox box = new HBox(
                new Label(texts.get("goal.right")), number(right, value -> right = value),
                new Label(texts.get("goal.down")), number(down, value -> down = value));
        box.getStyleClass().add("goal-shift");
        return box;
    }

    private Spinner<Integer> number(int now, IntConsumer take) {
        Spinner<Integer> spinner =
                new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(-MOST_SHIFT, MOST_SHIFT, now, 8));
        spinner.setEditable(true);
        spinner.setPrefWidth(84);
        spinner.getStyleClass().add("small");
        spinner.valueProperty().addListener((property, before, value) -> {
            take.accept(value);
            set(GoalChoice.shifted(right, down));
        });
        return spinner;
    }

    private void set(GoalChoice goal) {
        AttackPlan old = bench.plan();
        bench.planProperty().set(new AttackPlan(old.settings(), goal, old.source()));
    }

    private Node thumbnail(Mask mask) {
        WritableImage image = new WritableImage(THUMBNAIL, THUMBNAIL);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < THUMBNAIL; y++) {
            for (int x = 0; x < THUMBNAIL; x++) {
                boolean in = mask.get(x * mask.width() / THUMBNAIL, y * mask.height() / THUMBNAIL);
                writer.setArgb(x, y, in ? 0xffe8ecf1 : 0xff10141a);
            }
        }
        StackPane framed = new StackPane(new ImageView(image));
        framed.getStyleClass().add("goal-thumbnail");
        framed.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return framed;
    }

    /** Takes the mask of another image as the goal. */
    void take(Mask onNetwork) {
        set(GoalChoice.given(Kind.OTHER_IMAGE, onNetwork));
    }
}
