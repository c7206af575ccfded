package org.nlcen.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.base.Notices.Notice;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.export.ExportCommands;
import org.nlcen.app.export.PdfReport;
import org.nlcen.app.export.Showing;
import org.nlcen.app.log.AuditLog;
import org.nlcen.dicom.TestDicom;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens files of a made-up patient whose name is in the tags and in the files' names, with names hidden, and looks for it in
 * everything that is shown and in everything that is written.
 */
@org.junit.jupiter.api.Tag("window")
@ExtendWith(ApplicationExtension.class)
class PrivacyTest {
    private static final List<String> SECRETS = List.of("Quendelbeth", "Mortimera", "HN-90817263", "19610203");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ToyDesk desk;
    private Stage window;

    @TempDir
    static Path settings;

    @TempDir
    static Path images;

    @Start
    void start(Stage stage) throws IOException {
        window = stage;
        Logger root = (Logger) LoggerFactory.getLogger("org.nlcen");
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
        desk = new ToyDesk(
                stage, settings, List.of(new ToySegmenter("toy-lung", "Toy", 2, 95, 0.09, 15)), Locale.ENGLISH);
        desk.workspace().overlay().patientHiddenProperty().set(true);
        desk.workspace().audit(new AuditLog(settings.resolve("audit"), Runnable::run, () -> true));
        AuditWatch.begin(desk.workspace());
        desk.window().show();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(desk::close);
        ((Logger) LoggerFactory.getLogger("org.nlcen")).detachAppender(log);
    }

    private static Path patient(String name, int number) throws IOException {
        Attributes data = TestDicom.grey(4, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        data.setString(Tag.PatientName, VR.PN, "Quendelbeth^Mortimera");
        data.setString(Tag.PatientID, VR.LO, "HN-90817263");
        data.setString(Tag.PatientBirthDate, VR.DA, "19610203");
        data.setString(Tag.StudyDescription, VR.LO, "Thorax of Mortimera");
        data.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3.4." + number);
        data.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.3." + number);
        data.setInt(Tag.InstanceNumber, VR.IS, number);
        return TestDicom.write(images.resolve(name), data);
    }

    @Test
    void theNameIsNowhere(FxRobot robot) throws IOException, TimeoutException {
        patient("Quendelbeth_Mortimera_1.dcm", 1);
        patient("Quendelbeth_Mortimera_2.dcm", 2);
        Path broken = images.resolve("Quendelbeth_broken.dcm");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(images.resolve("Quendelbeth_Mortimera_1.dcm")), 300));
        robot.interact(() -> desk.workspace().library().open(List.of(images)));
        waitUntil(() -> desk.workspace().library().image() != null);
        waitUntil(() -> desk.workspace().library().collection().openedProperty().get() == 2);
        lookAround();
        robot.interact(() -> desk.window().commands().get("tags").run());
        waitUntil(() -> Window.getWindows().size() > 1);
        robot.interact(() -> desk.window().commands().get("loadReport").run());
        WaitForAsyncUtils.waitForFxEvents();
        lookAround();
        robot.interact(() -> desk.workspace().library().step(1));
        waitUntil(() -> desk.workspace().library().readingProperty().get().isEmpty());
        robot.interact(() -> desk.workspace().library().open(List.of(broken)));
        waitUntil(() -> desk.workspace().library().failureProperty().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        lookAround();
        Label banner = robot.lookup("#bannerText").query();
        assertThat(banner.getText()).contains("The file:");

        robot.interact(() -> {
            desk.workspace().preferences().save();
            desk.close();
        });
        for (ILoggingEvent event : log.list) {
            assertHarmless(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                assertHarmless(event.getThrowableProxy().getMessage());
            }
        }
        List<Path> written;
        try (Stream<Path> files = Files.walk(settings)) {
            written = files.filter(Files::isRegularFile).toList();
        }
        assertThat(written).contains(settings.resolve("audit/audit.jsonl"));
        for (Path file : written) {
            assertHarmless(file.toString());
            assertHarmless(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void exportsNameNoFileEvenWithNamesShownAndFailuresNoneWithNamesHidden(FxRobot robot)
            throws IOException, TimeoutException {
        Path file = patient("Quendelbeth_Mortimera_3.dcm", 3);
        Texts english = Texts.of(Locale.ENGLISH);
        List<Showing> shown = new ArrayList<>();
        robot.interact(() -> desk.workspace().library().open(List.of(file)));
        waitUntil(() -> desk.workspace().bench().activity() == Activity.DONE);
        robot.interact(() -> {
            desk.workspace().overlay().patientHiddenProperty().set(false);
            shown.add(Showing.of(desk.workspace(), english).orElseThrow());
            desk.workspace().overlay().patientHiddenProperty().set(true);
        });
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new PdfReport(shown.get(0), english, "1.0", Map.of(), Calendar.getInstance()).write(report);
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("DICOM image");
            assertHarmless(text);
        }

        Path nowhere = images.resolve("Quendelbeth").resolve("Mortimera.png");
        ExportCommands exports = new ExportCommands(desk.workspace(), english, new SaveDialog(english, () -> window));
        robot.interact(() -> {
            exports.write("png", nowhere);
            desk.window().habits().sessions().save(nowhere, false);
        });
        waitUntil(() -> desk.workspace().notices().waiting().size() == 2);
        assertThat(desk.workspace().notices().waiting()).allMatch(Notice::warning);
        desk.workspace().notices().waiting().forEach(notice -> assertHarmless(notice.sentence()));
    }

    /** Every text of every open window: labels, fields, tooltips, what screen readers say, titles, menus. */
    private void lookAround() {
        List<String> texts = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            for (Window open : Window.getWindows()) {
                if (open instanceof Stage stage) {
                    texts.add(stage.getTitle());
                }
                collect(open.getScene().getRoot(), texts);
            }
        });
        assertThat(texts).hasSizeGreaterThan(20);
        texts.forEach(PrivacyTest::assertHarmless);
        assertHarmless(window.getTitle());
    }

    private static void collect(Node node, List<String> texts) {
        texts.add(node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText());
            tooltip(labeled.getTooltip(), texts);
        }
        if (node instanceof TextInputControl input) {
            texts.add(input.getText());
        }
        if (node instanceof MenuBar bar) {
            bar.getMenus().forEach(menu -> collect(menu, texts));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void collect(MenuItem item, List<String> texts) {
        texts.add(item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(child -> collect(child, texts));
        }
    }

    private static void tooltip(Tooltip tooltip, List<String> texts) {
        if (tooltip != null) {
            texts.add(tooltip.getText());
        }
    }

    private static void assertHarmless(String text) {
        if (text != null) {
            assertThat(text).doesNotContain(SECRETS.toArray(String[]::new));
        }
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
