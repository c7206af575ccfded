package org.nlcen.app.base;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("window")
@ExtendWith(ApplicationExtension.class)
class LongTaskTest {
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final AtomicReference<Object> ended = new AtomicReference<>();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new Label("below")));
        stage.show();
    }

    private void run(FxRobot robot, LongTask.Work<String> work) {
        robot.interact(() -> LongTask.run(stage, texts, "Film", work, ended::set, ended::set));
    }

    private void waitForEnd() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> ended.get() != null);
    }

    @Test
    void whatIsDoneAtOnceGivesItsResult(FxRobot robot) throws Exception {
        run(robot, task -> "written");
        waitForEnd();
        assertThat(ended.get()).isEqualTo("written");
    }

    @Test
    void tooLittleMemoryIsSaidWithWhatToDo(FxRobot robot) throws Exception {
        run(robot, task -> {
            throw new OutOfMemoryError("Java heap space");
        });
        waitForEnd();
        assertThat(ended.get())
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessage("The memory was not enough. Close images and other programs, or give more memory for"
                        + " pictures in the preferences.");
    }

    @Test
    void anErrorOfTheProgramEndsTheTaskToo(FxRobot robot) throws Exception {
        run(robot, task -> {
            throw new NoClassDefFoundError("org/example/Missing");
        });
        waitForEnd();
        assertThat(ended.get())
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("org/example/Missing");
    }

    @Test
    void showsHowFarItIsAndStopsOnRequest(FxRobot robot) throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        run(robot, task -> {
            task.progress(3, 8);
            try {
                while (true) {
                    task.check();
                    Thread.sleep(5);
                }
            } finally {
                left.countDown();
            }
        });
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup("3 of 8").tryQuery().isPresent());
        assertThat(robot.lookup(".progress-bar").queryAs(ProgressBar.class).getProgress())
                .isEqualTo(3.0 / 8);

        robot.clickOn("Cancel");
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.listWindows()).hasSize(1);
        assertThat(ended.get()).as("stopped by the user: nothing to tell").isNull();
    }
}
