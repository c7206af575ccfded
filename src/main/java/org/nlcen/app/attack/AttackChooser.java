package org.nlcen.app.attack;

import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSettings;

/** The button that names the attack, and the list to choose another one and how it is run. */
final class AttackChooser {
    private static final int MOST_STEPS = 200;
    private static final int MOST_STARTS = 20;

    private final BenchModel bench;
    private final Texts texts;
    private final PlanButton button;

    AttackChooser(Button button, BenchModel bench, Texts texts) {
        this.bench = bench;
        this.texts = texts;
        this.button = new PlanButton(
                button,
                bench.planProperty()
                        .map(plan -> texts.get("attack." + plan.settings().method())),
                this::list);
    }

    /** Shows the list, or hides it. */
    void open() {
        button.open();
    }

    private VBox list() {
        VBox list = Bubble.list(texts.get("attack.title"));
        AttackSettings now = bench.plan().settings();
        ToggleGroup group = new ToggleGroup();
        for (AttackMethod method : AttackMethod.values()) {
            RadioButton choice = new RadioButton(texts.get("attack." + method));
            choice.setToggleGroup(group);
            choice.setSelected(method == now.method());
            choice.setOnAction(event -> {
                set(method.defaults());
                button.again();
            });
            list.getChildren().add(PlanButton.entry(choice, texts.get("attack." + method + ".hint")));
        }
        if (now.method().random()) {
            list.getChildren().add(details(now));
        }
        return list;
    }

    private Node details(AttackSettings now) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("attack-details");
        if (now.method().choosesSteps()) {
            row(grid, "attack.steps", 1, MOST_STEPS, now.steps(), value -> {
                AttackSettings old = bench.plan().settings();
                set(new AttackSettings(old.method(), (int) value, old.starts(), old.seed()));
            });
            row(grid, "attack.starts", 1, MOST_STARTS, now.starts(), value -> {
                AttackSettings old = bench.plan().settings();
                set(new AttackSettings(old.method(), old.steps(), (int) value, old.seed()));
            });
        }
        row(
                grid,
                "attack.seed",
                0,
                Integer.MAX_VALUE,
                (int) now.seed(),
                value -> set(bench.plan().settings().withSeed(value)));
        return grid;
    }

    private void row(GridPane grid, String key, int least, int most, int now, LongConsumer action) {
        Spinner<Integer> spinner = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, now));
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.getStyleClass().add("small");
        spinner.valueProperty().addListener((property, before, value) -> action.accept(value));
        spinner.getEditor().setAccessibleText(texts.get(key));
        Label label = new Label(texts.get(key));
        label.setLabelFor(spinner);
        grid.addRow(grid.getRowCount(), label, spinner);
    }

    private void set(AttackSettings settings) {
        AttackPlan old = bench.plan();
        bench.planProperty().set(new AttackPlan(settings, old.goal(), old.source()));
    }
}
