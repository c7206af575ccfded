package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.EpsilonScale;
import org.nlcen.app.attack.TransferModel;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.export.ExportCommands;
import org.nlcen.app.export.Showing;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.ImagePane;
import org.nlcen.app.viewer.Links.Mark;
import org.nlcen.attack.AttackGoal.Kind;
import org.nlcen.dicom.TestDicom;
import org.nlcen.metric.Overlap;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What users do most, in the real window over toy networks. The slider, measuring, drawing, sessions and the lesson are walked
 * by {@link WindowTest}, {@link ToolsWindowTest} and {@link HabitsWindowTest}.
 */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class PathsWindowTest {
    private static final int SIDE = 64;
    private final List<ToySegmenter> toys = List.of(
            new ToySegmenter("nlcen-lung", "Toy A", 6, 80, 0.09, 1),
            new ToySegmenter("unet-lung", "Toy B", 2, 95, 0.09, 1));
    private Stage stage;
    private ToyDesk desk;

    @TempDir
    Path folder;

    @Start
    void start(Stage first) {
        stage = first;
        desk = new ToyDesk(stage, folder, toys, Locale.ENGLISH);
        desk.window().show();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
    }

    /** Two dark fields on a bright ground. */
    private Path radiograph() throws IOException {
        int[] values = new int[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean lung = y > 12 && y < 52 && (x > 8 && x < 26 || x > 38 && x < 56);
            values[i] = lung ? 400 : 3000;
        }
        return TestDicom.write(folder.resolve("chest.dcm"), TestDicom.grey(SIDE, SIDE, values));
    }

    @Test
    void aDicomFileIsOpenedAndAttackedByKeysAlone(FxRobot robot) throws IOException, TimeoutException {
        Path file = radiograph();
        robot.interact(() -> desk.workspace().library().open(List.of(file)));
        waitUntil(() -> bench().columns().size() == 2
                && bench().columns().stream().allMatch(column -> column.clean().isPresent()));
        assertThat(bench().truth()).as("no mask beside it").isEmpty();
        robot.interact(stage::requestFocus);
        double before = bench().epsilon();
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.PERIOD);
        }
        assertThat(bench().epsilon()).isEqualTo(before + 4);
        waitUntil(() -> bench().columns().stream().noneMatch(ColumnModel::late));
        bench().columns()
                .forEach(column ->
                        assertThat(column.shown().orElseThrow().epsilon()).isEqualTo(before + 4));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("Turn right").type(KeyCode.ENTER);
        waitUntil(() -> desk.workspace().look().view().quarterTurns() == 1);
        robot.type(KeyCode.I);
        waitUntil(() -> desk.workspace().look().windowing().inverted());
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> desk.workspace().look().view().quarterTurns() == 0);
    }

    @Test
    void aKeyThatIsHeldOpensOnceAndStepsAgain(FxRobot robot) throws TimeoutException {
        phantom(robot);
        robot.interact(() -> {
            press(KeyCode.N, true);
            press(KeyCode.N, true);
            // another key let go meanwhile is not this one
            Event.fireEvent(stage.getScene().getRoot(), key(KeyEvent.KEY_RELEASED, KeyCode.B, false));
            press(KeyCode.N, true);
            press(KeyCode.N, true);
        });
        assertThat(robot.lookup(node -> node instanceof CheckBox box && "Toy B".equals(box.getText()))
                        .tryQuery())
                .isPresent();
        robot.interact(() -> {
            Event.fireEvent(stage.getScene().getRoot(), key(KeyEvent.KEY_RELEASED, KeyCode.N, true));
            press(KeyCode.N, true);
        });
        waitUntil(() -> robot.lookup(node -> node instanceof CheckBox box && "Toy B".equals(box.getText()))
                .tryQuery()
                .isEmpty());
        robot.interact(() -> {
            bench().epsilonProperty().set(3);
            press(KeyCode.PERIOD, false);
            press(KeyCode.PERIOD, false);
        });
        assertThat(bench().epsilon()).isEqualTo(3 + 2 * EpsilonScale.STEP);
    }

    private void press(KeyCode code, boolean control) {
        Event.fireEvent(stage.getScene().getRoot(), key(KeyEvent.KEY_PRESSED, code, control));
    }

    private static KeyEvent key(EventType<KeyEvent> kind, KeyCode code, boolean control) {
        return new KeyEvent(kind, "", "", code, false, control, false, false);
    }

    @Test
    void networksAndGoalAreChosenAndEveryAttackIsShownToEveryNetwork(FxRobot robot) throws TimeoutException {
        phantom(robot);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn(box(robot, "Toy B"));
        waitUntil(() -> bench().columns().size() == 1);
        robot.clickOn(box(robot, "Toy B")).type(KeyCode.ESCAPE);
        waitUntil(() -> bench().columns().size() == 2);

        robot.clickOn("#goal");
        robot.clickOn("Empty").type(KeyCode.ESCAPE);
        assertThat(bench().plan().goal().kind()).isEqualTo(Kind.EMPTY);
        robot.interact(() -> bench().epsilonProperty().set(8));
        waitUntil(() -> bench().columns().stream().noneMatch(ColumnModel::late));

        robot.interact(stage::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.M);
        waitUntil(() -> bench().transfer().state() == TransferModel.State.DONE);
        for (ColumnModel column : bench().columns()) {
            Overlap own = bench().transfer().cell(column, column).orElseThrow();
            assertThat(own.dic())
                    .as("made against %s and shown to itself", column.id())
                    .isCloseTo(column.shown().orElseThrow().overlap().dic(), within(1e-9));
        }
        assertThat(bench().transfer().total()).isEqualTo(4);
        assertThat(robot.lookup(node -> node instanceof Labeled label && "Transfer".equals(label.getText()))
                        .tryQuery())
                .isPresent();
        robot.interact(() -> robot.lookup(".transfer-bar .button").queryAllAs(Button.class).stream()
                .filter(button -> "CSV".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        String[] lines = copied(robot).split("\r\n");
        ColumnModel first = bench().columns().get(0);
        ColumnModel second = bench().columns().get(1);
        assertThat(lines).as("a head and each of the four pairs").hasSize(5);
        assertThat(lines[0]).startsWith("made_against,").endsWith(",epsilon,dic,jsc");
        Overlap across = bench().transfer().cell(first, second).orElseThrow();
        assertThat(lines[2])
                .startsWith(first.id() + ",")
                .contains("," + second.id() + ",")
                .endsWith(String.format(Locale.ROOT, ",%.6f,%.6f", across.dic(), across.jsc()));
    }

    @Test
    void aClickOnTheImageChoosesThePlaceToLookInside(FxRobot robot) throws TimeoutException {
        phantom(robot);
        Node pane = robot.lookup("#sourcePane").query();
        Bounds bounds = pane.localToScreen(pane.getBoundsInLocal());
        robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
        Mark middle =
                desk.workspace().desk().panes().links().chosenProperty().get().orElseThrow();
        assertThat(middle.u()).isCloseTo(0.5, within(0.01));
        assertThat(middle.v()).isCloseTo(0.5, within(0.01));
        robot.moveTo(bounds.getCenterX(), bounds.getCenterY()).press(MouseButton.PRIMARY);
        robot.moveBy(40, 40).release(MouseButton.PRIMARY);
        assertThat(desk.workspace().desk().panes().links().chosenProperty().get())
                .as("a drag sets the window and chooses nothing")
                .contains(middle);
    }

    @Test
    void aReportIsWrittenWithTheNumbersOnTheScreen(FxRobot robot) throws IOException, TimeoutException {
        phantom(robot);
        robot.interact(() -> bench().epsilonProperty().set(6));
        waitUntil(() -> bench().activity() == Activity.DONE);
        Path file = folder.resolve("report.pdf");
        ExportCommands exports = new ExportCommands(
                desk.workspace(), Texts.of(Locale.ENGLISH), new SaveDialog(Texts.of(Locale.ENGLISH), () -> stage));
        robot.interact(() -> exports.write("pdf", file));
        waitUntil(() -> desk.workspace().notices().waiting().stream()
                .anyMatch(notice -> notice.sentence().contains("report.pdf")));
        double dic = bench().columns().get(0).shown().orElseThrow().overlap().dic();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Toy A", "Toy B", String.format(Locale.ROOT, "%.3f", dic));
        }
    }

    @Test
    void theKeyboardGoesFromPaneToPane(FxRobot robot) throws TimeoutException {
        phantom(robot);
        robot.interact(() -> robot.lookup("#sourcePane").query().requestFocus());
        List<String> landed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.F6);
            landed.add(stage.getScene().getFocusOwner().getId());
        }
        assertThat(landed).containsExactly("choose", "tabs", "epsilonSlider", "sourcePane", "choose");
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("sourcePane");
        assertThat(robot.lookup("#sourcePane").query().getPseudoClassStates())
                .as("the ring is shown")
                .contains(PseudoClass.getPseudoClass("keyed"));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        double before = bench().epsilon();
        robot.type(KeyCode.RIGHT);
        assertThat(bench().epsilon()).isEqualTo(before + EpsilonScale.STEP);
        assertThat(robot.lookup("#sourcePane").query().getPseudoClassStates())
                .doesNotContain(PseudoClass.getPseudoClass("keyed"));
    }

    @Test
    void altAndArrowsGoFromPictureToPictureAndTabStopsAtOne(FxRobot robot) throws TimeoutException {
        phantom(robot);
        waitUntil(() -> bench().columns().size() == 2);
        List<ImagePane> pictures = robot.lookup(".cell .image-pane").queryAllAs(ImagePane.class).stream()
                .toList();
        assertThat(pictures.stream().filter(Node::isFocusTraversable)).hasSize(1);
        robot.interact(() -> pictures.get(0).requestFocus());
        int rows = bench().rows().shown().size();
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(pictures.get(rows));
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(pictures.get(rows + 1));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(stage.getScene().getFocusOwner())
                .as("there is none further to the right")
                .isSameAs(pictures.get(rows + 1));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(pictures.get(0));
    }

    @Test
    void aFilmIsWrittenFrameByFrameAndSaysSo(FxRobot robot) throws IOException, TimeoutException {
        phantom(robot);
        waitUntil(() -> bench().activity() == Activity.DONE);
        Path file = folder.resolve("film.gif");
        Texts english = Texts.of(Locale.ENGLISH);
        ExportCommands exports = new ExportCommands(desk.workspace(), english, new SaveDialog(english, () -> stage));
        int[] frames = new int[1];
        robot.interact(() -> {
            frames[0] = Showing.of(desk.workspace(), english)
                    .orElseThrow()
                    .epsilons()
                    .size();
            exports.write("gif", file);
        });
        waitUntil(() -> robot.lookup("#toastText").queryLabeled().getText().contains("film.gif"));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            assertThat(reader.getNumImages(true)).isEqualTo(frames[0]).isGreaterThan(1);
        }
    }

    @Test
    void copyingTheNumbersSaysHowMany(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.workspace().openPhantom(false));
        waitUntil(() -> bench().activity() == Activity.DONE && bench().columns().size() == 2);
        robot.interact(stage::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        waitUntil(() -> robot.lookup("#toast").query().isVisible());
        List<String> lines =
                robot.lookup("#toastText").queryLabeled().getText().lines().toList();
        // two networks, each at no epsilon and at the 18 of the paper
        assertThat(lines).containsExactly("Copied as CSV: the numbers of 2 networks in 38 lines.");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines()).hasSize(1 + 38);
    }

    @Test
    void languageAndThemeAreChangedAndKept(FxRobot robot) throws TimeoutException {
        robot.interact(stage::requestFocus);
        boolean light = desk.workspace().lightProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertThat(desk.workspace().lightProperty().get()).isNotEqualTo(light);
        robot.interact(() -> desk.window().commands().get("preferences").run());
        ChoiceBox<String> language = robot.lookup("#prefLanguage").query();
        robot.interact(() -> language.setValue("de"));
        robot.interact(() -> language.getScene().getWindow().hide());
        Preferences.Values kept =
                Preferences.load(folder.resolve("preferences.json")).values();
        assertThat(kept.language).isEqualTo("de");
        assertThat(kept.theme).isEqualTo(light ? "dark" : "light");

        robot.interact(() -> {
            desk.close();
            desk = new ToyDesk(new Stage(), folder, toys, Locale.forLanguageTag(kept.language));
            desk.window().show();
        });
        assertThat(robot.lookup("Thoraxphantom").tryQuery()).isPresent();
        robot.interact(() -> desk.window().commands().get("guide").run());
        waitUntil(() -> robot.lookup("Erste Schritte").tryQuery().isPresent());
    }

    /** In the list of networks, not in the head of a column. */
    private static CheckBox box(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof CheckBox box && text.equals(box.getText()))
                .query();
    }

    private BenchModel bench() {
        return desk.workspace().bench();
    }

    private void phantom(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.workspace().openPhantom(false));
        waitUntil(() ->
                bench().columns().size() == 2 && bench().columns().stream().noneMatch(ColumnModel::late));
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String copied(FxRobot robot) {
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }
}
