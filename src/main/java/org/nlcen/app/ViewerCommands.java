package org.nlcen.app;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

import org.nlcen.app.attack.EpsilonController;
import org.nlcen.app.attack.EpsilonScale;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.curves.SideController;
import org.nlcen.app.dicom.LibraryCommands;
import org.nlcen.app.ownmodels.OwnModelCommands;
import org.nlcen.app.tools.SourceTools;
import org.nlcen.app.tools.ToolCommands;
import org.nlcen.app.viewer.Links;
import org.nlcen.app.viewer.SourceController;
import org.nlcen.app.viewer.ViewState;

/** What the window can do, in menu order. */
final class ViewerCommands {
    private static final double ZOOM = 1.25;

    private final Workspace workspace;
    private final MainController main;
    private final HabitsCommands habits;
    private final SourceTools tools;
    private final SourceController source;
    private final EpsilonController epsilon;
    private final SideController side;
    private final LibraryCommands lists;

    ViewerCommands(
            Workspace workspace,
            MainController main,
            HabitsCommands habits,
            SourceTools tools,
            SourceController source,
            EpsilonController epsilon,
            SideController side,
            LibraryCommands lists) {
        this.workspace = workspace;
        this.main = main;
        this.habits = habits;
        this.tools = tools;
        this.source = source;
        this.epsilon = epsilon;
        this.side = side;
        this.lists = lists;
    }

    void addTo(Commands commands) {
        file(commands);
        view(commands);
        ToolCommands.addTools(commands, workspace.desk(), tools::saveTruth);
        attack(commands);
        habits.teach(commands);
        help(commands);
        commands.repeat("zoomIn", "zoomOut", "weaker", "stronger", "previousImage", "nextImage");
        commands.repeat("undo", "redo", "brushLarger", "brushSmaller");
    }

    private void file(Commands commands) {
        ObservableBooleanValue open = workspace.library().imageProperty().isNotNull();
        commands.add("file", "open", "Shortcut+O", main::chooseImage);
        lists.addOpening(commands);
        commands.add("file", "openTruth", "Shortcut+M", open, main::chooseTruth);
        commands.separator();
        commands.add("file", "chestPhantom", "Shortcut+P", () -> workspace.openPhantom(false));
        commands.add("file", "skinPhantom", "Shortcut+Shift+P", () -> workspace.openPhantom(true));
        commands.separator();
        habits.export(commands);
        commands.add("export", "copyNumbers", "Shortcut+Shift+C", open, side::copy);
        lists.addWriting(commands);
        commands.separator();
        habits.file(commands);
        commands.separator();
        commands.add("file", "quit", "Shortcut+Q", this::quit);
    }

    private void view(Commands commands) {
        Links links = workspace.desk().panes().links();
        commands.add("view", "fit", "F", () -> links.onView(ViewState::fit));
        commands.add("view", "oneToOne", "Shift+F", source::oneToOne);
        commands.add("view", "trueSize", "T", tools::trueSize);
        commands.add("view", "calibrate", "", tools::calibrate);
        commands.add("view", "zoomIn", "PLUS", () -> links.onView(view -> zoom(view, ZOOM)));
        commands.add("view", "zoomOut", "MINUS", () -> links.onView(view -> zoom(view, 1 / ZOOM)));
        commands.separator();
        commands.add("view", "turnRight", "R", () -> links.onView(view -> view.turn(1)));
        commands.add("view", "turnLeft", "Shift+R", () -> links.onView(view -> view.turn(-1)));
        commands.add("view", "flipHorizontally", "H", () -> links.onView(ViewState::flipHorizontally));
        commands.add("view", "flipVertically", "V", () -> links.onView(ViewState::flipVertically));
        commands.addSwitch("view", "invert", "I", links.lead().windowing().invertedProperty());
        commands.separator();
        ToolCommands.addPresets(commands, links);
        commands.separator();
        commands.addSwitch("view", "overlay", "O", workspace.overlay().visibleProperty());
        commands.addSwitch(
                "view", "hidePatient", "Shortcut+H", workspace.overlay().patientHiddenProperty());
        commands.addSwitch(
                "view", "storedOverlays", "Shift+O", workspace.overlay().storedVisibleProperty());
        commands.addSwitch("view", "sidePanel", "C", workspace.sidePanelProperty());
        commands.add("view", "numbersWindow", "Shift+N", side::showWindow);
        commands.addSwitch("view", "theme", "Shortcut+T", workspace.lightProperty());
        commands.separator();
        lists.addBrowsing(commands);
        commands.separator();
        commands.add("view", "reset", "ESCAPE", tools::escape);
    }

    private void quit() {
        if (workspace.library().mayReplace()) {
            Platform.exit();
        }
    }

    private static void zoom(ViewState view, double factor) {
        view.zoomAt(factor, view.centerX(), view.centerY());
    }

    private void attack(Commands commands) {
        ObservableBooleanValue any = Bindings.isNotEmpty(workspace.bench().columns());
        commands.add("attack", "networks", "Shortcut+N", main::chooseNetworks);
        new OwnModelCommands(workspace, main.texts(), main::window).addTo(commands);
        commands.separator();
        commands.add("attack", "play", "P", any, epsilon::togglePlay);
        commands.add("attack", "weaker", "COMMA", any, () -> step(-EpsilonScale.STEP));
        commands.add("attack", "stronger", "PERIOD", any, () -> step(EpsilonScale.STEP));
        commands.separator();
        commands.add("attack", "pause", "Shift+P", any, epsilon::togglePause);
    }

    private void help(Commands commands) {
        commands.add("help", "palette", "Shortcut+K", main::showPalette);
        commands.add("help", "shortcuts", "Shift+F1", main::showShortcuts);
        commands.add("help", "nextPane", "F6", () -> main.stepPane(1));
        commands.add("help", "previousPane", "Shift+F6", () -> main.stepPane(-1));
        habits.help(commands);
    }

    private void step(double by) {
        workspace
                .bench()
                .epsilonProperty()
                .set(EpsilonScale.snap(workspace.bench().epsilon() + by));
    }
}
