package org.nlcen.app.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.PaneGroup;
import org.nlcen.app.viewer.SourceController;
import org.nlcen.app.viewer.TrueSize;
import org.nlcen.app.viewer.UserWindows;
import org.nlcen.image.PixelSpacing;

/** Puts rail and options around the source pane, and does what needs both the pane and the preferences. */
public final class SourceTools {
    private final PaneGroup panes;
    private final LibraryModel library;
    private final SourceController source;
    private final Preferences preferences;
    private final Texts texts;

    public SourceTools(
            PaneGroup panes, LibraryModel library, SourceController source, Preferences preferences, Texts texts) {
        this.panes = panes;
        this.library = library;
        this.source = source;
        this.preferences = preferences;
        this.texts = texts;
    }

    /** Shows rail and options; after all commands are known. */
    public void show(Commands commands, UserWindows windows) {
        ToolRail rail = new ToolRail(
                panes.tools(),
                commands,
                texts,
                source.pane()::requestFocus,
                List.of(new LinkMenu(panes.links(), texts)));
        HBox options = new LookOptions(panes.links().lead().windowing(), windows, library, texts);
        source.frame(rail, options);
    }

    /**
     * Shows the image as large as it is; the first time, asks how large the screen is.
     *
     * @param problem takes a sentence for the user where that cannot be
     */
    public void trueSize(Consumer<String> problem) {
        Optional<PixelSpacing> spacing = Optional.ofNullable(library.image())
                .flatMap(image -> image.source().spacing());
        if (spacing.isEmpty()) {
            problem.accept(texts.get("trueSize.unknown"));
            return;
        }
        if (preferences.values().screenMmPerPoint > 0 || calibrate()) {
            source.zoomTo(TrueSize.pointsPerColumn(spacing.get(), preferences.values().screenMmPerPoint));
        }
    }

    /** Asks how large the screen is and keeps the answer; false where the user cancels. */
    public boolean calibrate() {
        Window owner = source.pane().getScene().getWindow();
        double known = preferences.values().screenMmPerPoint;
        double assumed = known > 0
                ? known
                : TrueSize.sensible(TrueSize.estimate(Screen.getPrimary().getDpi(), owner.getOutputScaleX()))
                        .orElse(TrueSize.estimate(96, 1));
        Optional<Double> answer = Calibration.ask(owner, texts, assumed);
        answer.ifPresent(mm -> {
            preferences.values().screenMmPerPoint = mm;
            preferences.save();
        });
        return answer.isPresent();
    }
}
