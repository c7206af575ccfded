package org.nlcen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.base.ZoomPane;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.commands.KeyMap;
import org.nlcen.app.commands.ShortcutEditor;
import org.nlcen.app.export.ExportCommands;
import org.nlcen.app.help.AboutWindow;
import org.nlcen.app.help.GuideWindow;
import org.nlcen.app.help.MemoryWindow;
import org.nlcen.app.help.ProgramVersion;
import org.nlcen.app.help.SelfTestWindow;
import org.nlcen.app.help.SystemInfo;
import org.nlcen.app.lesson.InputDisplay;
import org.nlcen.app.lesson.LessonCard;
import org.nlcen.app.lesson.LessonModel;
import org.nlcen.app.lesson.PresenterModel;
import org.nlcen.app.log.LogWindow;
import org.nlcen.app.preferences.PreferencesWindow;
import org.nlcen.app.session.DrawingsPart;
import org.nlcen.app.session.MeasuresPart;
import org.nlcen.app.session.Session;
import org.nlcen.app.session.SessionCommands;
import org.nlcen.app.session.SessionDesk;
import org.nlcen.image.AppFolders;

/** Sessions, teaching, settings and help: what a program has besides its work proper. */
public final class HabitsCommands {
    private final Workspace workspace;
    private final Texts texts;
    private final ExportCommands exports;
    private final Panels panels;
    private final Commands commands;
    private final KeyMap keys;
    private final LessonModel lesson;
    private final PresenterModel presenter;
    private final InputDisplay input;
    private final SessionDesk desk;
    private final SessionCommands sessions;
    private Optional<ZoomPane> zoom = Optional.empty();

    /** @param root what covers the whole window */
    HabitsCommands(Workspace workspace, Texts texts, Commands commands, StackPane root, SaveDialog saving) {
        Supplier<Window> owner = () -> root.getScene().getWindow();
        this.commands = commands;
        this.workspace = workspace;
        this.texts = texts;
        this.exports = new ExportCommands(workspace, texts, saving);
        panels = new Panels(owner, workspace.lightProperty());
        keys = new KeyMap(commands, workspace.preferences().values().shortcuts);
        desk = new SessionDesk(workspace, ProgramVersion.current(), workspace.background(), workspace.windowThread());
        desk.add(new MeasuresPart(workspace.desk().measures()));
        desk.add(new DrawingsPart(workspace.desk().drawing()));
        sessions = new SessionCommands(desk, workspace, texts, owner, saving);
        lesson = new LessonModel(workspace);
        new LessonCard(lesson, texts, root);
        presenter = new PresenterModel(workspace.overlay().patientHiddenProperty());
        input = new InputDisplay(presenter, texts, root);
    }

    /** The scene of the main window is there: what watches its keys begins. */
    void attach(Scene scene, ZoomPane zoomed) {
        zoom = Optional.of(zoomed);
        input.watch(scene);
        presenter.onProperty().addListener((property, before, now) -> zoom());
        scene.widthProperty().addListener((property, before, now) -> zoom());
        zoom();
    }

    /** Ends lesson and presenter's view: what they changed is not what the user chose, and is not to be kept. */
    void end() {
        lesson.end();
        presenter.onProperty().set(false);
    }

    private void zoom() {
        int own = workspace.preferences().values().zoomPercent;
        zoom.ifPresent(
                pane -> pane.zoomProperty().set(presenter.zoom(pane.getScene().getWidth(), own)));
    }

    /** Windows beside the main one. */
    public Panels panels() {
        return panels;
    }

    /** Takes up the work as a session and brings it back; other parts of the window add what they hold. */
    public SessionDesk desk() {
        return desk;
    }

    public SessionCommands sessions() {
        return sessions;
    }

    /** Opens a session, if that is what these files are. */
    boolean opened(List<Path> files) {
        boolean session = files.size() == 1 && files.get(0).toString().endsWith(Session.ENDING);
        if (session) {
            sessions.open(files.get(0));
        }
        return session;
    }

    /** Film, strip and report. */
    void export(Commands commands) {
        exports.addTo(commands);
    }

    void file(Commands commands) {
        sessions.addTo(commands);
        commands.separator();
        PreferencesWindow preferences = new PreferencesWindow(panels, workspace, texts, commands, this::zoom);
        ShortcutEditor shortcuts = new ShortcutEditor(panels, commands, keys, texts, workspace.preferences()::save);
        commands.add("file", "preferences", "Shortcut+COMMA", preferences::show);
        commands.add("file", "editShortcuts", "", shortcuts::show);
    }

    void teach(Commands commands) {
        commands.add("teach", "lesson", "Shortcut+Shift+T", lesson::begin);
        commands.addSwitch("teach", "presenter", "F11", presenter.onProperty());
        commands.onEscape(() -> {
            boolean runs = lesson.running();
            lesson.end();
            return runs;
        });
    }

    void help(Commands commands) {
        AboutWindow about = new AboutWindow(panels, texts, this::copySystemInfo);
        SelfTestWindow selfTest = new SelfTestWindow(panels, workspace, texts);
        LogWindow log = new LogWindow(panels, texts, AppFolders.ofUser().logs());
        GuideWindow guide = new GuideWindow(panels, texts);
        commands.add("help", "guide", "F1", guide::show);
        commands.separator();
        commands.add("help", "selfTest", "", selfTest::show);
        commands.add("help", "memory", "", new MemoryWindow(panels, texts)::show);
        commands.add("help", "systemInfo", "", this::copySystemInfo);
        commands.add("help", "log", "Shortcut+Shift+L", log::show);
        commands.separator();
        commands.add("help", "about", "", about::show);
    }

    /** When all commands are known. */
    void finish() {
        keys.apply();
    }

    private void copySystemInfo() {
        String device = workspace
                .deviceProperty()
                .get()
                .map(found -> found.name() + (found.reason().isEmpty() ? "" : " (" + found.reason() + ")"))
                .orElse("?");
        List<String> screens = Screen.getScreens().stream()
                .map(screen -> (int) screen.getBounds().getWidth() + "x"
                        + (int) screen.getBounds().getHeight() + " at " + screen.getOutputScaleX())
                .toList();
        ClipboardContent content = new ClipboardContent();
        content.putString(
                SystemInfo.of(device, workspace.networks().knownProperty().get(), screens));
        Clipboard.getSystemClipboard().setContent(content);
        workspace.notices().tell(texts.get("systemInfo.copied"));
    }
}
