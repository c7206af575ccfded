package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.base.Notices.Notice;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.help.SelfTest;
import org.nlcen.app.log.AuditLog;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.SessionCommands;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Segmenter;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Windows beside the main one when they are opened again, and names: of networks, of files, for a screen reader. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class PanelsWindowTest {
    private static final ToySegmenter TOY = new ToySegmenter("nlcen-lung", "NLCEN frozen", 6, 80, 0.09, 1);

    private ToyDesk desk;
    private Stage window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        window = stage;
        desk = new ToyDesk(
                stage, folder, List.of(TOY, new ToySegmenter("unet-lung", "Toy B", 2, 95, 0.09, 1)), Locale.ENGLISH);
        desk.window().show();
        desk.workspace().openPhantom(false);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    /** A test whose every second step is never done. */
    private static final class Stuck implements SelfTest.Networks {
        private int asked;

        @Override
        public <T> CompletableFuture<T> call(Callable<T> task) {
            asked++;
            try {
                return asked == 2 ? new CompletableFuture<>() : CompletableFuture.completedFuture(task.call());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public Segmenter get(String id) {
            return TOY;
        }

        @Override
        public List<ModelCard> trained() {
            return List.of(TOY.card());
        }
    }

    @Test
    void theSelfTestWaitsForTheNetworksAndEachRunHasItsOwnVerdict(FxRobot robot) throws TimeoutException, IOException {
        Path audit = folder.resolve("audit");
        robot.interact(() -> desk.workspace().audit(new AuditLog(audit, Runnable::run, () -> true)));
        run(robot, "selfTest");
        Labeled summary = robot.lookup("#selfTestSummary").queryLabeled();
        assertThat(summary.getText()).startsWith("The networks are still being looked for");
        robot.interact(() -> desk.workspace().engineProperty().set(Optional.of(new Stuck())));
        waitUntil(() -> summary.getText().contains("of 1 networks"));
        close(robot, summary);

        run(robot, "selfTest");
        assertThat(summary.getText()).as("the second run is at work").isEmpty();
        close(robot, summary);
        run(robot, "selfTest");
        waitUntil(() -> summary.getText().contains("of 1 networks"));
        assertThat(Files.readAllLines(audit.resolve("audit.jsonl")).stream()
                        .filter(line -> line.contains("self tested")))
                .hasSize(2);
        Labeled chain = robot.lookup("#selfTestAudit").queryLabeled();
        waitUntil(() -> chain.getText().equals("Audit log: each line follows on the one before."));
        close(robot, summary);

        List<String> lines = new ArrayList<>(Files.readAllLines(audit.resolve("audit.jsonl")));
        lines.set(0, lines.get(0).replaceFirst("2\\d", "19"));
        Files.write(audit.resolve("audit.jsonl"), lines);
        run(robot, "selfTest");
        waitUntil(() -> chain.getText().startsWith("Audit log: audit.jsonl, line 2 does not follow"));
    }

    @Test
    void windowsThatAreOpenedAgainDoTheirWorkOnce(FxRobot robot) {
        for (int time = 0; time < 2; time++) {
            run(robot, "guide");
            close(robot, robot.lookup(".guide-contents").query());
            run(robot, "editShortcuts");
            close(robot, robot.lookup(".shortcut-list").query());
        }
        int[] changes = new int[2];
        run(robot, "guide");
        ListView<?> contents = robot.lookup(".guide-contents").query();
        ScrollPane page = robot.lookup(".guide-scroll").query();
        page.contentProperty().addListener((property, before, now) -> changes[0]++);
        robot.interact(() -> contents.getSelectionModel().select(2));
        run(robot, "editShortcuts");
        ListView<?> found = robot.lookup(".shortcut-list").query();
        TextField field =
                robot.from(found.getScene().getRoot()).lookup(".text-field").query();
        robot.interact(() -> {
            found.getItems().addListener((Observable items) -> changes[1]++);
            field.setText("zoom");
        });
        assertThat(changes).containsExactly(1, 1);
    }

    @Test
    void openTagsAndArchiveFollowTheTheme(FxRobot robot) throws TimeoutException, IOException {
        Path file = TestDicom.write(
                folder.resolve("grey.dcm"), TestDicom.grey(4, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        robot.interact(() -> desk.workspace().library().open(List.of(file)));
        waitUntil(() -> desk.window().commands().get("tags").enabled().get());
        run(robot, "tags");
        run(robot, "archive");
        PseudoClass light = PseudoClass.getPseudoClass("light");
        List<Scene> scenes = List.of(
                robot.lookup("#tagTree").query().getScene(),
                robot.lookup("#archiveTable").query().getScene());
        assertThat(scenes)
                .noneMatch(scene -> scene.getRoot().getPseudoClassStates().contains(light));
        robot.interact(() -> desk.workspace().lightProperty().set(true));
        assertThat(scenes)
                .allMatch(scene -> scene.getRoot().getPseudoClassStates().contains(light));
    }

    @Test
    void networksAreNamedInTheLanguageWhenASessionIsNotAsItWas(FxRobot robot) throws TimeoutException, IOException {
        waitUntil(() -> bench().activity() == Activity.DONE);
        Path file = folder.resolve("work.nlcen");
        robot.interact(() -> desk.window().habits().sessions().save(file, false));
        waitUntil(() -> Files.exists(file));
        String kept = Files.readString(file);
        String changed = kept.replaceFirst("(\"id\": \"nlcen-lung\",\\s*\"sha256\": )\"00\"", "$1\"11\"");
        assertThat(changed).isNotEqualTo(kept);
        Path other = folder.resolve("other.nlcen");
        Files.writeString(other, changed);
        Texts german = Texts.of(Locale.GERMAN);
        SessionCommands sessions = new SessionCommands(
                desk.window().habits().desk(),
                desk.workspace(),
                german,
                () -> window,
                new SaveDialog(german, () -> window));
        robot.interact(() -> sessions.open(other));
        waitUntil(() -> desk.workspace().notices().waiting().stream()
                .map(Notice::sentence)
                .anyMatch(sentence -> sentence.contains("NLCEN eingefroren hat andere Gewichte")));
    }

    @Test
    void aScreenReaderHearsWhatIsChosenAndWhosePictureItIs(FxRobot robot) throws TimeoutException {
        waitUntil(() -> bench().activity() == Activity.DONE);
        assertThat(robot.lookup("#attack").query().getAccessibleText()).isEqualTo("Attack: I-FGSM (paper)");
        assertThat(robot.lookup("#source").query().getAccessibleText())
                .endsWith(": " + robot.lookup("#source").queryLabeled().getText());
        List<String> pictures = robot.lookup(".cell").queryAll().stream()
                .map(cell -> cell.lookup("ImagePane"))
                .filter(ImagePane.class::isInstance)
                .map(Node::getAccessibleText)
                .toList();
        assertThat(pictures)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("NLCEN frozen: ") || name.startsWith("Toy B: "));
        assertThat(robot.lookup("#chart").query().getAccessibleText()).isNotBlank();
        assertThat(robot.lookup("#frameSlider").query().getAccessibleText()).isEqualTo("Frame");
    }

    @Test
    void theListOfRecentFilesIsForgottenForGood(FxRobot robot) throws TimeoutException, IOException {
        Path picture = folder.resolve("case.png");
        RasterFiles.writePng(picture, ChestPhantom.of(5).image().pixels());
        Preferences.Values values = desk.workspace().preferences().values();
        values.recentFiles = List.of(picture.toString());
        robot.interact(() -> desk.workspace().library().open(List.of(picture)));
        waitUntil(() -> !desk.workspace().library().recent().files().isEmpty());
        MenuBar bar = robot.lookup(".menu-bar").query();
        Menu recent = (Menu) bar.getMenus().get(0).getItems().get(1);
        assertThat(recent.getItems()).hasSize(3);
        MenuItem last = recent.getItems().get(2);
        assertThat(last.getText()).isEqualTo("Clear the list");
        robot.interact(last::fire);
        assertThat(desk.workspace().library().recent().files()).isEmpty();
        assertThat(recent.isDisable()).isTrue();
        assertThat(Preferences.load(folder.resolve("preferences.json")).values().recentFiles)
                .isEmpty();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> desk.window().commands().get(command).run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void close(FxRobot robot, Node inside) {
        robot.interact(() -> ((Stage) inside.getScene().getWindow()).close());
    }

    private BenchModel bench() {
        return desk.workspace().bench();
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
