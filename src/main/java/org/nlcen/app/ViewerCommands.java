package org.nlcen.app;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

import org.nlcen.app.attack.EpsilonController;
import org.nlcen.app.attack.EpsilonScale;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.curves.SideController;
import org.nlcen.app.library.LibraryCommands;
import org.nlcen.app.viewer.Look;
import org.nlcen.app.viewer.SourceController;
import org.nlcen.app.viewer.ViewState;

/** What the window can do, in menu order. */
final class ViewerCommands {
    private static final double ZOOM = 1.25;

    private final Workspace workspace;
    private final MainController main;
    private final SourceController source;
    private final EpsilonController epsilon;
    private final SideController side;
    private final LibraryCommands lists;

    ViewerCommands(
            Workspace workspace,
            MainController main,
            SourceController source,
            EpsilonController epsilon,
            SideController side,
            LibraryCommands lists) {
        this.workspace = workspace;
        this.main = main;
        this.source = source;
        this.epsilon = epsilon;
        this.side = side;
        this.lists = lists;
    }

    void addTo(Commands commands) {
        file(commands);
        view(commands);
        attack(commands);
        help(commands);
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
        commands.add("file", "copyNumbers", "Shortcut+Shift+C", open, side::copy);
        commands.separator();
        commands.add("file", "quit", "Shortcut+Q", Platform::exit);
    }

    private void view(Commands commands) {
        Look look = workspace.look();
        ViewState view = look.view();
        commands.add("view", "fit", "F", view::fit);
        commands.add("view", "oneToOne", "Shift+F", source::oneToOne);
        commands.add("view", "zoomIn", "PLUS", () -> view.zoomAt(ZOOM, view.centerX(), view.centerY()));
        commands.add("view", "zoomOut", "MINUS", () -> view.zoomAt(1 / ZOOM, view.centerX(), view.centerY()));
        commands.separator();
        commands.add("view", "turnRight", "R", () -> view.turn(1));
        commands.add("view", "turnLeft", "Shift+R", () -> view.turn(-1));
        commands.add("view", "flipHorizontally", "H", view::flipHorizontally);
        commands.add("view", "flipVertically", "V", view::flipVertically);
        commands.addSwitch("view", "invert", "I", look.windowing().invertedProperty());
        commands.separator();
        for (int place = 1; place <= 4; place++) {
            int preset = place - 1;
            commands.add("view", "preset" + place, String.valueOf(place), () -> look.windowing()
                    .choose(preset));
        }
        commands.separator();
        commands.addSwitch("view", "overlay", "O", workspace.overlay().visibleProperty());
        commands.addSwitch(
                "view", "hidePatient", "Shortcut+H", workspace.overlay().patientHiddenProperty());
        commands.addSwitch(
                "view", "storedOverlays", "Shift+O", workspace.overlay().storedVisibleProperty());
        commands.addSwitch("view", "sidePanel", "C", workspace.sidePanelProperty());
        commands.addSwitch("view", "theme", "Shortcut+T", workspace.lightProperty());
        commands.separator();
        lists.addBrowsing(commands);
        commands.separator();
        commands.add("view", "reset", "ESCAPE", look::reset);
    }

    private void attack(Commands commands) {
        ObservableBooleanValue any = Bindings.isNotEmpty(workspace.bench().columns());
        commands.add("attack", "networks", "Shortcut+N", main::chooseNetworks);
        commands.separator();
        commands.add("attack", "play", "P", any, epsilon::togglePlay);
        commands.add("attack", "weaker", "COMMA", any, () -> step(-EpsilonScale.STEP));
        commands.add("attack", "stronger", "PERIOD", any, () -> step(EpsilonScale.STEP));
        commands.separator();
        commands.add("attack", "pause", "Shift+P", any, epsilon::togglePause);
    }

    private void help(Commands commands) {
        commands.add("help", "palette", "Shortcut+K", main::showPalette);
        commands.add("help", "shortcuts", "F1", main::showShortcuts);
    }

    private void step(double by) {
        workspace
                .bench()
                .epsilonProperty()
                .set(EpsilonScale.snap(workspace.bench().epsilon() + by));
    }
}
