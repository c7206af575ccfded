package org.nlcen.app.inside;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.base.Texts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("window")
@ExtendWith(ApplicationExtension.class)
class InsidePaneTest {
    private InsideModel model;
    private InsidePane pane;

    @Start
    void start(Stage stage) {
        BenchModel bench = new BenchModel(
                (job, events) -> {
                    throw new IllegalStateException("no image, no work");
                },
                Runnable::run,
                System::nanoTime);
        model = new InsideModel(bench, Runnable::run);
        pane = new InsidePane(bench, model, Texts.of(Locale.ENGLISH));
        stage.setScene(new Scene(pane, 400, 400));
        stage.show();
    }

    @Test
    void arrowKeysMoveThePlaceAndStopAtTheEdge(FxRobot robot) {
        robot.interact(() -> pane.place(0.5, 0.5));
        robot.interact(pane::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(model.u()).as("one of 64 places").isEqualTo(0.515625);
        assertThat(model.v()).isEqualTo(0.5);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(model.v()).as("one of 8").isEqualTo(0.375);
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.SHIFT, KeyCode.UP);
        }
        assertThat(model.v()).isZero();
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.DOWN);
        assertThat(model.u()).isEqualTo(0.5);
        assertThat(model.v()).isEqualTo(0.015625);
    }
}
