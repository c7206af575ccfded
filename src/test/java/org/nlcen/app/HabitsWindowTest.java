package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.base.Notices.Notice;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.Session;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.GoalChoice;
import org.nlcen.image.Mask;
import org.nlcen.image.Point;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.measure.Shape;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.model.Task;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The lesson, a session that is opened again, and the preferences, in the real window over toy networks. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class HabitsWindowTest {
    private ToyDesk desk;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        List<ToySegmenter> toys = List.of(
                new ToySegmenter("nlcen-lung", "Toy A", 6, 80, 0.09, 1),
                new ToySegmenter("unet-lung", "Toy B", 2, 95, 0.09, 1),
                new ToySegmenter("nlcen-robust-lung", "Toy C", 12, 80, 0.09, 1));
        desk = new ToyDesk(stage, folder, toys, Locale.ENGLISH);
        desk.window().show();
        desk.workspace().openPhantom(false);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    @Test
    void theLessonLeadsThroughItsStepsAndLeavesTheWindowAsItWas(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().columns().size() == 2 && shown());
        robot.interact(() -> bench().epsilonProperty().set(12));
        run(robot, "lesson");
        for (int step = 1; step <= 8; step++) {
            String count = "Lesson, step " + step + " of 8";
            assertThat(robot.lookup(count).tryQuery()).as(count).isPresent();
            if (step == 2) {
                assertThat(bench().columns()).hasSize(1);
                assertThat(bench().epsilon()).isZero();
            }
            if (step == 7) {
                assertThat(bench().columns())
                        .extracting(column -> column.card().id())
                        .containsExactly("nlcen-lung", "nlcen-robust-lung");
            }
            robot.lookup("Do it for me")
                    .tryQuery()
                    .filter(button -> button.isVisible())
                    .ifPresent(robot::clickOn);
            waitUntil(() -> robot.lookup(".lesson-task.done").tryQuery().isPresent());
            robot.clickOn(step == 8 ? "Finish" : "Next");
        }
        assertThat(robot.lookup("#lessonCard").tryQuery()).isEmpty();
        assertThat(bench().columns()).hasSize(2);
        assertThat(bench().epsilon()).isEqualTo(12);
        run(robot, "lesson");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#lessonCard").tryQuery()).isEmpty();
    }

    @Test
    void quittingInTheLessonAndThePresentersViewKeepsWhatWasBefore(FxRobot robot) throws Exception {
        Path picture = folder.resolve("case.png");
        RasterFiles.writePng(picture, ChestPhantom.of(5).image().pixels());
        robot.interact(() -> desk.workspace().library().open(List.of(picture)));
        waitUntil(() -> showing("case.png") && bench().columns().size() == 2 && shown());
        run(robot, "lesson");
        waitUntil(() -> robot.lookup(".lesson-task.done").tryQuery().isPresent());
        robot.clickOn("Next");
        assertThat(bench().columns()).hasSize(1);
        run(robot, "presenter");
        robot.interact(() -> {
            desk.window().leave();
            desk.close();
        });
        Preferences.Values kept =
                Preferences.load(folder.resolve("preferences.json")).values();
        assertThat(kept.hideNames).isFalse();
        assertThat(kept.recentFiles).containsExactly(picture.toString());
        assertThat(kept.hiddenModels).doesNotContain("nlcen-lung", "unet-lung");
    }

    @Test
    void aLessonBegunBesideASkinImageLeavesTheLungNetworksOnTheBench(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.workspace().openPhantom(true));
        waitUntil(() -> desk.workspace().networks().task() == Task.SKIN);
        run(robot, "lesson");
        waitUntil(() -> desk.workspace().networks().task() == Task.LUNG);
        assertThat(robot.lookup("Lesson, step 1 of 8").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#lessonCard").tryQuery()).isEmpty();
        assertThat(bench().columns())
                .extracting(column -> column.card().id())
                .containsExactly("nlcen-lung", "unet-lung");
    }

    @Test
    void theLessonsFrameGoesThreePointsAroundItsTargetAndFollowsIt(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().columns().size() == 2 && shown());
        run(robot, "lesson");
        Node target = robot.lookup("#sourcePane").query();
        waitUntil(() -> around(robot, target));
        double before = target.getLayoutBounds().getWidth();
        robot.interact(() -> desk.workspace().sidePanelProperty().set(false));
        waitUntil(() -> target.getLayoutBounds().getWidth() != before && around(robot, target));
    }

    private static boolean around(FxRobot robot, Node target) {
        Bounds there = target.localToScene(target.getLayoutBounds());
        Node frame = robot.lookup("#lessonFrame").query();
        Bounds drawn = frame.localToScene(frame.getLayoutBounds());
        return frame.isVisible()
                && Math.abs(drawn.getMinX() - there.getMinX() + 3) < 0.01
                && Math.abs(drawn.getMinY() - there.getMinY() + 3) < 0.01
                && Math.abs(drawn.getMaxX() - there.getMaxX() - 3) < 0.01
                && Math.abs(drawn.getMaxY() - there.getMaxY() - 3) < 0.01;
    }

    @Test
    void aSessionComesBackToTheSameNumbers(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().activity() == BenchModel.Activity.DONE);
        robot.interact(() -> {
            bench().epsilonProperty().set(6);
            desk.workspace().look().view().restore(2.5, 0.25, 0.75, 1, true);
        });
        Path file = folder.resolve("work.nlcen");
        robot.interact(() -> desk.window().habits().sessions().save(file, false));
        waitUntil(() -> Files.exists(file) && notices().contains("Session saved: work.nlcen"));
        robot.interact(() -> {
            desk.workspace().look().reset();
            bench().epsilonProperty().set(30);
            desk.workspace().networks().show("unet-lung", false);
        });
        assertThat(bench().columns()).hasSize(1);

        robot.interact(() -> desk.window().habits().sessions().open(file));
        waitUntil(() -> notices().stream().anyMatch(notice -> notice.startsWith("Session reopened: all 38 numbers")));
        assertThat(bench().columns()).hasSize(2);
        assertThat(bench().epsilon()).isEqualTo(6);
        assertThat(desk.workspace().look().view().zoom()).isEqualTo(2.5);
        assertThat(desk.workspace().look().view().quarterTurns()).isEqualTo(1);
        assertThat(desk.workspace().look().view().mirrored()).isTrue();
    }

    @Test
    void aSessionThatTheUserThenDoesNotWantChangesNothing(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().activity() == BenchModel.Activity.DONE);
        Path file = folder.resolve("unwanted.nlcen");
        robot.interact(() -> desk.window().habits().sessions().save(file, false));
        waitUntil(() -> notices().contains("Session saved: unwanted.nlcen"));
        AtomicInteger asked = new AtomicInteger();
        robot.interact(() -> {
            bench().epsilonProperty().set(30);
            desk.workspace().networks().show("unet-lung", false);
            desk.workspace().library().guard(() -> {
                asked.incrementAndGet();
                return false;
            });
            desk.window().habits().sessions().open(file);
        });
        waitUntil(() -> asked.get() == 1);
        assertThat(bench().columns()).hasSize(1);
        assertThat(bench().epsilon()).isEqualTo(30);
    }

    @Test
    void theGoalsShiftIsThatOfThePlanAndEachNumberIsChangedAlone(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().columns().size() == 2 && shown());
        AttackPlan plan = bench().plan();
        robot.interact(() ->
                bench().planProperty().set(new AttackPlan(plan.settings(), GoalChoice.shifted(10, 20), plan.source())));
        run(robot, "chooseGoal");
        waitUntil(() -> shifts(robot).size() == 2);
        assertThat(shifts(robot)).extracting(Spinner::getValue).containsExactly(10, 20);
        robot.interact(() -> shifts(robot).get(0).getValueFactory().setValue(11));
        assertThat(bench().plan().goal()).isEqualTo(GoalChoice.shifted(11, 20));
    }

    private static List<Spinner<Integer>> shifts(FxRobot robot) {
        return List.copyOf(robot.lookup(".goal-shift .spinner").<Spinner<Integer>>queryAll());
    }

    @Test
    void aSessionWithItsImageComesBackWithoutTheFilesItWasMadeOf(FxRobot robot) throws Exception {
        Phantom phantom = ChestPhantom.of(5);
        Path picture = folder.resolve("case.png");
        Path mask = folder.resolve("case_mask.png");
        RasterFiles.writePng(picture, phantom.image().pixels());
        RasterFiles.writePng(mask, phantom.mask());
        robot.interact(() -> desk.workspace().library().open(List.of(picture)));
        waitUntil(() -> showing("case.png") && bench().activity() == BenchModel.Activity.DONE);
        Path file = folder.resolve("with image.nlcen");
        robot.interact(() -> desk.window().habits().sessions().save(file, true));
        waitUntil(() -> notices().contains("Session and image saved: with image.nlcen"));
        Files.delete(picture);
        Files.delete(mask);
        robot.interact(() -> desk.workspace().openPhantom(false));
        waitUntil(() -> !showing("case.png"));

        robot.interact(() -> desk.window().habits().opened(List.of(file)));
        waitUntil(() -> notices().stream().anyMatch(notice -> notice.startsWith("Session reopened: all 38 numbers")));
        Path copy = desk.workspace().library().image().source().origin().file().orElseThrow();
        assertThat(showing("case.png")).isTrue();
        assertThat(desk.workspace().library().image().truth().orElseThrow().mask())
                .isEqualTo(phantom.mask());
        assertThat(desk.workspace().library().recent().files().get(0)).isEqualTo(file);
        Session kept = desk.window().habits().desk().capture().orElseThrow();
        assertThat(kept.image().file()).as("found again after a crash").isEqualTo(file.toString());
        assertThat(kept.truth()).isNull();

        robot.interact(() -> desk.workspace().openPhantom(false));
        waitUntil(() -> !showing("case.png"));
        waitUntil(() -> Files.notExists(copy));
    }

    private boolean showing(String name) {
        OpenedImage image = desk.workspace().library().image();
        return image != null && image.source().name().equals(name);
    }

    @Test
    void whatWasMeasuredAndDrawnComesBackAndDamageIsSaidWhileTheRestOpens(FxRobot robot)
            throws TimeoutException, IOException {
        waitUntil(() -> bench().activity() == BenchModel.Activity.DONE);
        DrawingModel drawing = desk.workspace().desk().drawing();
        Shape line = new Shape.Distance(new Point(10, 20), new Point(40, 60));
        robot.interact(() -> {
            desk.workspace().desk().measures().add(line);
            drawing.begin();
            drawing.brush(new Point(100, 900), new Point(700, 900), 40, 40, true);
            drawing.end();
        });
        waitUntil(() -> drawing.settled() && bench().activity() == BenchModel.Activity.DONE);
        Mask drawn = drawing.truth().orElseThrow();
        Path file = folder.resolve("drawn.nlcen");
        robot.interact(() -> desk.window().habits().sessions().save(file, false));
        waitUntil(() -> !drawing.unsavedProperty().get());
        Path damaged = folder.resolve("damaged.nlcen");
        Files.writeString(damaged, Files.readString(file).replaceFirst("\"bits\": \"....", "\"bits\": \"AAAA"));
        Path old = folder.resolve("old.nlcen");
        Files.writeString(old, Files.readString(file).replace("\"drawings\"", "\"unknown\""));

        robot.interact(() -> {
            desk.workspace().desk().measures().clear();
            desk.window().habits().sessions().open(file);
        });
        waitUntil(() -> notices().stream().anyMatch(notice -> notice.startsWith("Session reopened: all 38 numbers")));
        assertThat(drawing.truth()).contains(drawn);
        assertThat(desk.workspace().desk().measures().all().get(0).shape()).isEqualTo(line);

        robot.interact(() -> desk.window().habits().sessions().open(damaged));
        waitUntil(
                () -> notices().contains("A part of the session could not be taken up: what was drawn on the image."));
        assertThat(drawing.truth()).isEmpty();
        assertThat(desk.workspace().desk().measures().all()).hasSize(1);

        robot.interact(() -> {
            desk.workspace().desk().measures().clear();
            desk.window().habits().sessions().open(old);
        });
        waitUntil(() -> desk.workspace().desk().measures().all().size() == 1);
        assertThat(drawing.truth()).isEmpty();
    }

    @Test
    void preferencesHoldAtOnceAndAreKeptAndEscapeClosesTheirWindow(FxRobot robot) throws TimeoutException {
        run(robot, "preferences");
        CheckBox light = robot.lookup("#prefTheme").query();
        Spinner<Integer> autosave = robot.lookup("#prefAutosave").query();
        Stage panel = (Stage) light.getScene().getWindow();
        assertThat(panel.getWidth()).isEqualTo(640);
        robot.interact(() -> {
            light.setSelected(true);
            autosave.getValueFactory().setValue(30);
        });
        assertThat(desk.workspace().lightProperty().get()).isTrue();
        robot.interact(panel::requestFocus);
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !panel.isShowing());
        Preferences.Values kept =
                Preferences.load(folder.resolve("preferences.json")).values();
        assertThat(kept.theme).isEqualTo("light");
        assertThat(kept.autosaveSeconds).isEqualTo(30);
    }

    @Test
    void noTwoCommandsShareTheirKeysAndEachHasAName() {
        Set<String> taken = new HashSet<>();
        desk.window().commands().all().forEach(command -> {
            assertThat(desk.workspace().preferences()).isNotNull();
            command.keys().map(KeyCombination::getName).ifPresent(keys -> assertThat(taken.add(keys))
                    .as("%s of %s", keys, command.id())
                    .isTrue());
        });
    }

    private BenchModel bench() {
        return desk.workspace().bench();
    }

    private boolean shown() {
        return bench().columns().stream().noneMatch(ColumnModel::late);
    }

    private List<String> notices() {
        return List.copyOf(desk.workspace().notices().waiting()).stream()
                .map(Notice::sentence)
                .toList();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> desk.window().commands().get(command).run());
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
