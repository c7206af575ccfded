package org.nlcen.app;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import org.nlcen.app.base.Texts;

/** Device, state and memory at the foot of the window. */
final class StatusLine {
    private static final double GIB = 1 << 30;

    private final Workspace workspace;
    private final Texts texts;
    private final Label device;
    private final Label status;
    private final Label memory;

    StatusLine(Workspace workspace, Texts texts, Label device, Label status, Label memory) {
        this.workspace = workspace;
        this.texts = texts;
        this.device = device;
        this.status = status;
        this.memory = memory;
    }

    void start() {
        workspace.deviceProperty().addListener((property, before, now) -> showDevice(now));
        showDevice(workspace.deviceProperty().get());
        workspace.library().imageProperty().addListener((property, before, now) -> showStatus());
        workspace.networks().knownProperty().addListener((property, before, now) -> showStatus());
        showStatus();
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> showMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        showMemory();
    }

    private void showDevice(Optional<Workspace.Device> found) {
        device.setText(found.map(Workspace.Device::name).orElse(texts.get("status.deviceLooking")));
        found.map(Workspace.Device::reason).filter(reason -> !reason.isBlank()).ifPresent(reason -> {
            device.setText(found.get().name() + " – " + reason);
            device.setTooltip(new Tooltip(reason));
        });
    }

    private void showStatus() {
        long known = workspace.networks().knownProperty().get().size();
        long trained = workspace.networks().knownProperty().get().stream()
                .filter(choice -> choice.card().trained())
                .count();
        status.setText(known == 0 ? texts.get("status.networksLooking") : texts.get("status.networks", trained, known));
    }

    private void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / GIB;
        memory.setText(texts.get("status.memory", texts.number(used, 1), texts.number(runtime.maxMemory() / GIB, 1)));
    }
}
