package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.EpsilonSlider;
import org.nlcen.app.base.StallWatcher;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.OverlayStyle;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;
import org.nlcen.model.InputGradient;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The main path through the real window, over networks whose answers are worked out here a second time. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final double STALL_MILLIS = 50;

    private final AtomicInteger gradients = new AtomicInteger();
    private volatile long restMillis;
    private final ToySegmenter first = counting(2, 95);
    private final ToySegmenter second = counting(6, 80);
    private ToyDesk desk;

    @TempDir
    static Path folder;

    private ToySegmenter counting(int radius, double threshold) {
        return new ToySegmenter("toy" + radius + "-lung", "Toy " + radius, radius, threshold, 0.09, 15) {
            @Override
            public InputGradient inputGradient(float[] image, int channels, Mask goal) {
                gradients.incrementAndGet();
                WaitForAsyncUtils.sleep(restMillis, TimeUnit.MILLISECONDS);
                return super.inputGradient(image, channels, goal);
            }
        };
    }

    @Start
    void start(Stage stage) {
        desk = new ToyDesk(stage, folder, List.of(first, second), Locale.ENGLISH);
        desk.window().show();
        desk.workspace().openPhantom(false);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    @Test
    void numbersFollowTheSliderAndTheWorkStopsWhenAsked(FxRobot robot)
            throws TimeoutException, InterruptedException, ExecutionException {
        waitUntil(() -> columns().size() == 2
                && columns().stream().allMatch(column -> column.clean().isPresent()));
        Label clean = robot.lookup("#column-toy2-lung #dicClean").query();
        assertThat(clean.getText()).isEqualTo(dic(first, 0));

        waitUntil(() -> columns().stream().noneMatch(ColumnModel::late));
        // Java compiles what it meets for the first time; that is paid once
        drag(robot, 20);
        drag(robot, 2);
        try (StallWatcher watcher = WaitForAsyncUtils.asyncFx(StallWatcher::new).get()) {
            drag(robot, 4);
            waitUntil(() -> columns().stream().noneMatch(ColumnModel::late));
            assertThat(desk.workspace().bench().epsilon()).isEqualTo(4);
            Label attacked = robot.lookup("#column-toy6-lung #dicAttacked").query();
            waitUntil(() -> !attacked.getText().equals("–"));
            assertThat(attacked.getText()).isEqualTo(dic(second, 4));
            drag(robot, 32);
            drag(robot, 12);
            waitUntil(() -> columns().stream().noneMatch(ColumnModel::late));
            assertThat(watcher.samples()).isPositive();
            assertThat(watcher.longestMillis())
                    .as("longest task on the window's thread")
                    .isLessThan(STALL_MILLIS);
        }

        // the first image's curve may be done by now; a second one, taken slowly, is certain to be under way
        restMillis = 60;
        robot.interact(() -> desk.workspace().openPhantom(false));
        int before = gradients.get();
        waitUntil(() -> gradients.get() > before + 2);
        robot.clickOn("#pause");
        assertThat(desk.workspace().bench().activity()).isEqualTo(Activity.PAUSED);
        int after = gradients.get();
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        assertThat(gradients.get()).as("gradients after pausing").isLessThanOrEqualTo(after + 1);
        robot.clickOn("#pause");
        waitUntil(() -> gradients.get() > after + 1);
    }

    @Test
    void typedEpsilonIsTakenAndNonsenseIsRefused(FxRobot robot) throws TimeoutException {
        waitUntil(() -> columns().size() == 2);
        robot.doubleClickOn("#field").write("6.5").type(KeyCode.ENTER);
        assertThat(desk.workspace().bench().epsilon()).isEqualTo(6.5);
        robot.doubleClickOn("#field").write("a lot").type(KeyCode.ENTER);
        assertThat(desk.workspace().bench().epsilon()).isEqualTo(6.5);
    }

    @Test
    void aFileThatIsNoImageLeavesTheImageAndSaysWhy(FxRobot robot) throws IOException, TimeoutException {
        waitUntil(() -> desk.workspace().library().image() != null);
        String before = desk.workspace().library().image().source().name();
        Path text = Files.writeString(folder.resolve("letter.png"), "Dear reader, this is no picture.");
        robot.interact(() -> desk.workspace().library().open(List.of(text)));
        waitUntil(() -> robot.lookup("#banner").query().isVisible());
        Label banner = robot.lookup("#bannerText").query();
        assertThat(banner.getText()).contains("letter.png");
        assertThat(desk.workspace().library().image().source().name()).isEqualTo(before);
        robot.clickOn("#bannerClose");
        assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
    }

    @Test
    void anImageWithoutNetworksLeavesNoDotsInTheChart(FxRobot robot) throws TimeoutException {
        waitUntil(() -> columns().size() == 2 && columns().stream().noneMatch(ColumnModel::late));
        waitUntil(() -> robot.lookup(".curve-dot").queryAll().size() == 2);
        robot.interact(() -> desk.workspace().bench().choose(List.of()));
        assertThat(robot.lookup(".curve-dot").queryAll()).isEmpty();
    }

    @Test
    void theColourChosenForAnOutlineIsTheNetworksEverywhere(FxRobot robot) throws TimeoutException {
        waitUntil(() -> columns().size() == 2 && columns().stream().noneMatch(ColumnModel::late));
        OverlayModel overlay = desk.workspace().overlay();
        robot.interact(() -> overlay.styles().put("toy2-lung", OverlayStyle.DEFAULT.with(Color.web("#9fb3c8"))));
        assertThat(columns().get(0).colour()).isEqualTo(Color.web("#9fb3c8"));
        waitUntil(() -> robot.lookup("#column-toy2-lung #swatch")
                .queryAs(Rectangle.class)
                .getFill()
                .equals(Color.web("#9fb3c8")));
        Circle dot = (Circle) robot.lookup(".curve-dot").queryAll().iterator().next();
        assertThat(dot.getFill()).isEqualTo(Color.web("#9fb3c8"));
        robot.interact(() -> overlay.styles().put("toy2-lung", OverlayStyle.DEFAULT));
        assertThat(columns().get(0).colour()).isEqualTo(Color.web("#56b4e9"));
    }

    @Test
    void slidersAndCurtainMoveByKeys(FxRobot robot) throws TimeoutException {
        waitUntil(() -> columns().size() == 2 && columns().stream().noneMatch(ColumnModel::late));
        BenchModel bench = desk.workspace().bench();
        OpenedImage image = desk.workspace().library().image();
        robot.interact(() -> {
            bench.compare().onProperty().set(true);
            bench.compare().weakProperty().set(0);
            robot.lookup("#epsilonSlider").query().requestFocus();
        });
        robot.type(KeyCode.HOME).type(KeyCode.PAGE_UP).type(KeyCode.PAGE_UP).type(KeyCode.PAGE_DOWN);
        assertThat(bench.epsilon()).isEqualTo(4);
        robot.interact(() -> robot.lookup(".weak-knob").query().requestFocus());
        robot.type(KeyCode.END).type(KeyCode.PAGE_DOWN);
        assertThat(bench.compare().weak()).isEqualTo(28);
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT);
        assertThat(bench.compare().weak()).isEqualTo(0.5);
        assertThat(bench.epsilon()).isEqualTo(4);

        waitUntil(() -> robot.lookup(".curtain").queryAll().stream().anyMatch(Node::isFocusTraversable));
        List<Node> stops = robot.lookup(".curtain").queryAll().stream()
                .filter(Node::isFocusTraversable)
                .toList();
        assertThat(stops).hasSize(1);
        robot.interact(() -> stops.get(0).requestFocus());
        robot.type(KeyCode.PAGE_UP).type(KeyCode.LEFT);
        // half, a tenth more, a fiftieth less
        assertThat(bench.compare().curtainProperty().get()).isCloseTo(0.58, within(1e-9));
        assertThat(desk.workspace().library().image()).isSameAs(image);
    }

    private List<ColumnModel> columns() {
        return desk.workspace().bench().columns();
    }

    private void drag(FxRobot robot, double epsilon) {
        EpsilonSlider slider = robot.lookup("#epsilonSlider").query();
        Bounds bounds = slider.localToScreen(slider.getBoundsInLocal());
        double knob = 16;
        double from = bounds.getMinX() + knob / 2;
        double width = bounds.getWidth() - knob;
        double y = bounds.getMinY() + knob / 2;
        robot.moveTo(from + desk.workspace().bench().epsilon() / 32 * width, y);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(from + epsilon / 32 * width, y);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The plain iteration, once for this epsilon alone. */
    private String dic(ToySegmenter network, double epsilon) {
        NetworkInput input = desk.workspace().bench().input().orElseThrow();
        Mask truth = desk.workspace().bench().truth().orElseThrow();
        float[] image = input.values().clone();
        int steps = (int) Math.ceil(Math.min(epsilon + 4, 1.25 * epsilon));
        for (int step = 0; step < steps; step++) {
            float[] gradient = network.inputGradient(image, 1, truth.inverse()).gradient();
            for (int i = 0; i < image.length; i++) {
                double clean = input.values()[i];
                double moved = image[i] - Math.signum(gradient[i]);
                double inside = Math.max(clean - epsilon, Math.min(clean + epsilon, moved));
                image[i] = (float) Math.max(0, Math.min(255, inside));
            }
        }
        double dic = Overlap.of(network.segment(image, 1).mask(), truth).dic();
        assertThat(dic).isCloseTo(0.5, within(0.5));
        return String.format(Locale.ENGLISH, "%.3f", dic);
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
