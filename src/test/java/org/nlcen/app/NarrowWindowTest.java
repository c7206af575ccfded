package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.base.Texts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What a window of 1280x800 with six networks must show, in the language with the longer words. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class NarrowWindowTest {
    private static final Texts GERMAN = Texts.of(Locale.GERMAN);
    private final List<ToySegmenter> toys = Stream.of("nlcen", "unet", "slsdeep", "nwcn", "invertednet", "cdnn")
            .map(name -> new ToySegmenter(name + "-lung", name, 2, 95, 0.09, 1))
            .toList();
    private ToyDesk desk;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        desk = new ToyDesk(stage, folder, toys, Locale.GERMAN);
        desk.window().show();
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    @Test
    void noWordOfAWaitingColumnIsBroken(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Label title = robot.lookup(".cover-title").query();
        Region cover = (Region) title.getParent();
        double room = cover.getWidth()
                - cover.getInsets().getLeft()
                - cover.getInsets().getRight();
        assertThat(cover.getWidth()).as("six columns are narrow").isBetween(104.0, 110.0);
        for (String key : List.of("column.stage.WAITING", "column.stage.NOT_TRAINED", "column.noImage")) {
            for (String word : GERMAN.get(key).split(" ")) {
                Text drawn = new Text(word);
                drawn.setFont(title.getFont());
                assertThat(drawn.getLayoutBounds().getWidth()).as(word).isLessThanOrEqualTo(room);
            }
        }
    }

    @Test
    void theNumbersAreAllSeen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.workspace().openPhantom(false));
        Region table = robot.lookup("#table").query();
        // a head and 18 lines for lungs
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> table.getHeight() > 300);
        WaitForAsyncUtils.waitForFxEvents();
        Region scroll = robot.lookup("#tableScroll").query();
        assertThat(scroll.getHeight()).isGreaterThanOrEqualTo(table.getHeight());
    }

    @Test
    void theTableInAWindowOfItsOwnShowsAllNetworks(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.workspace().openPhantom(false));
        GridPane small = robot.lookup("#table").query();
        // a head and six networks; the last one's DIC
        WaitForAsyncUtils.waitFor(
                90,
                TimeUnit.SECONDS,
                () -> small.getColumnCount() == 7 && cell(small, 6, 1).length() > 1);
        robot.interact(() -> desk.workspace().bench().epsilonProperty().set(8));

        robot.push(KeyCode.SHIFT, KeyCode.N);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#panel-numbers .numbers-table")
                .tryQuery()
                .isPresent());
        GridPane large = robot.lookup("#panel-numbers .numbers-table").query();
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> cell(large, 6, 1).length() > 1 && same(small, large));

        assertThat(large.getWidth())
                .as("nothing to scroll")
                .isLessThanOrEqualTo(robot.lookup("#panel-numbers .scroll-pane")
                        .<ScrollPane>query()
                        .getWidth());
        for (Node node : large.getChildren()) {
            Label label = (Label) node;
            assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.prefWidth(-1));
        }
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#panel-numbers").tryQuery()).isEmpty();
    }

    private static boolean same(GridPane one, GridPane other) {
        return texts(one).equals(texts(other));
    }

    private static List<String> texts(GridPane table) {
        return table.getChildren().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static String cell(GridPane table, int column, int row) {
        return table.getChildren().stream()
                .filter(node -> GridPane.getColumnIndex(node) == column && GridPane.getRowIndex(node) == row)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }
}
