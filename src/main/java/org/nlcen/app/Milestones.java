package org.nlcen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.util.Duration;

import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.library.OpenedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log what the window has reached: whoever reads a log later, and the scripts that try an installed program
 * ({@code installers/linux/window.sh}), which wait for these lines instead of for seconds. Says nothing about the
 * image but its size and kind.
 */
final class Milestones {
    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);
    /** A slider that is being moved passes many strengths; only one at which it rests is told. */
    private static final Duration REST = Duration.millis(400);

    private final Workspace workspace;
    private final PauseTransition rest = new PauseTransition(REST);
    private final ChangeListener<Object> stir = (value, before, now) -> rest.playFromStart();
    private String told = "";

    private Milestones(Workspace workspace) {
        this.workspace = workspace;
    }

    /** @param blocked true while the statement of use is asked for */
    static void log(Workspace workspace, ReadOnlyBooleanProperty blocked) {
        new Milestones(workspace).watch(blocked);
    }

    private void watch(ReadOnlyBooleanProperty blocked) {
        LOG.info(blocked.get() ? "window shown, statement of use asked for" : "window shown, ready");
        blocked.addListener((property, before, now) -> LOG.info(now ? "shortcuts off" : "ready"));
        workspace.networks().knownProperty().addListener((property, before, now) -> {
            long trained =
                    now.stream().filter(choice -> choice.card().trained()).count();
            LOG.info("networks: {} of {} trained", trained, now.size());
        });
        workspace
                .library()
                .imageProperty()
                .addListener((property, before, now) -> LOG.info("image shown: {}", of(now)));
        workspace.bench().activityProperty().addListener((property, before, now) -> {
            if (now == Activity.DONE) {
                LOG.info("all strengths computed");
            }
        });
        workspace.bench().epsilonProperty().addListener(stir);
        workspace.bench().columns().addListener((Observable columns) -> watchColumns());
        watchColumns();
        rest.setOnFinished(event -> tellStrength());
    }

    private void watchColumns() {
        for (ColumnModel column : workspace.bench().columns()) {
            column.shownProperty().removeListener(stir);
            column.shownProperty().addListener(stir);
        }
    }

    private void tellStrength() {
        List<String> there = new ArrayList<>();
        for (ColumnModel column : workspace.bench().columns()) {
            boolean usable = column.stage() == ColumnModel.Stage.WAITING || column.stage() == ColumnModel.Stage.READY;
            if (usable && column.late()) {
                return;
            }
            if (usable) {
                there.add(column.id());
            }
        }
        String line = String.format(
                Locale.ROOT, "epsilon %.1f shown: %s", workspace.bench().epsilon(), String.join(", ", there));
        if (!there.isEmpty() && !line.equals(told)) {
            told = line;
            LOG.info(line);
        }
    }

    private static String of(OpenedImage image) {
        return image.source().origin().format() + ", " + image.source().width() + " x "
                + image.source().height();
    }
}
