package org.nlcen.app.lesson;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;

/** The lesson's card over the window, which can be moved aside, and the frame around what it speaks of. */
public final class LessonCard {
    private static final double WIDTH = 372;
    private static final double FROM_RIGHT = 20;
    private static final double FROM_BOTTOM = 132;
    private static final double AROUND = 3;

    private final LessonModel lesson;
    private final Texts texts;
    private final StackPane root;
    private final VBox card = new VBox();
    private final Region frame = new Region();
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label title = new Label();
    private final Label text = Rows.text("");
    private final Label task = Rows.text("");
    private final Button doIt;
    private final Button back;
    private final Button next;
    private final Pulse place = new Pulse(this::place);
    private final InvalidationListener moved = change -> place.ask();
    private Optional<Node> target = Optional.empty();
    private double dragX;
    private double dragY;

    /** @param root what covers the whole window */
    public LessonCard(LessonModel lesson, Texts texts, StackPane root) {
        this.lesson = lesson;
        this.texts = texts;
        this.root = root;
        doIt = Rows.button(texts.get("lesson.doIt"), lesson::doIt, "flat");
        back = Rows.button(texts.get("lesson.back"), lesson::back);
        next = Rows.button("", lesson::next, "accent");
        build();
        lesson.stepProperty().addListener((property, before, now) -> show(now));
        lesson.doneProperty().addListener((property, before, now) -> showTask());
        root.layoutBoundsProperty().addListener(moved);
    }

    private void build() {
        card.getStyleClass().add("lesson-card");
        card.setId("lessonCard");
        card.setAccessibleRole(AccessibleRole.PARENT);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        count.getStyleClass().addAll("muted", "small-text");
        Button close = Rows.button("", lesson::end, "flat", "button-icon");
        close.setGraphic(new FontIcon("mdi2c-close"));
        close.setAccessibleText(texts.get("lesson.end"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(new FontIcon("mdi2s-school-outline"), count, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("lesson-head");
        progress.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("lesson-title");
        task.getStyleClass().add("lesson-task");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(doIt, space, back, next);
        buttons.getStyleClass().add("lesson-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().setAll(head, progress, title, text, task, buttons);
        card.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            dragX = event.getSceneX() - card.getTranslateX();
            dragY = event.getSceneY() - card.getTranslateY();
        });
        card.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            card.setTranslateX(event.getSceneX() - dragX);
            card.setTranslateY(event.getSceneY() - dragY);
        });
        StackPane.setAlignment(card, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(card, new Insets(0, FROM_RIGHT, FROM_BOTTOM, 0));
        frame.getStyleClass().add("lesson-frame");
        frame.setId("lessonFrame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
    }

    private void show(Optional<LessonStep> step) {
        root.getChildren().removeAll(card, frame);
        target.ifPresent(node -> {
            node.localToSceneTransformProperty().removeListener(moved);
            node.layoutBoundsProperty().removeListener(moved);
        });
        target = Optional.empty();
        if (step.isEmpty()) {
            card.setTranslateX(0);
            card.setTranslateY(0);
            return;
        }
        LessonStep now = step.get();
        int all = lesson.steps().size();
        int number = lesson.steps().indexOf(now) + 1;
        count.setText(texts.get("lesson.step", number, all));
        progress.setProgress(number / (double) all);
        title.setText(texts.get("lesson." + now + ".title"));
        text.setText(texts.get("lesson." + now + ".text"));
        back.setDisable(number == 1);
        next.setText(texts.get(number == all ? "lesson.finish" : "lesson.next"));
        showTask();
        // below the statement of use and what is dropped, above the rest
        root.getChildren().addAll(frame, card);
        target = Optional.ofNullable(root.lookup("#" + now.target()));
        target.ifPresent(node -> {
            node.localToSceneTransformProperty().addListener(moved);
            node.layoutBoundsProperty().addListener(moved);
        });
        place.ask();
        next.requestFocus();
    }

    private void showTask() {
        lesson.stepProperty().get().ifPresent(now -> {
            boolean done = lesson.doneProperty().get();
            task.setText(texts.get("lesson." + now + (done ? ".done" : ".task")));
            task.setGraphic(new FontIcon(done ? "mdi2c-check-circle" : "mdi2a-arrow-right-circle-outline"));
            task.getStyleClass().setAll("label", "lesson-task", done ? "done" : "open");
            doIt.setVisible(!done);
        });
    }

    private void place() {
        frame.setVisible(target.isPresent());
        target.ifPresent(node -> {
            Bounds there = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            frame.resizeRelocate(
                    there.getMinX() - AROUND,
                    there.getMinY() - AROUND,
                    there.getWidth() + 2 * AROUND,
                    there.getHeight() + 2 * AROUND);
        });
    }

    /** What is on the card now, for tests and screen readers. */
    List<String> words() {
        return List.of(title.getText(), text.getText(), task.getText());
    }
}
