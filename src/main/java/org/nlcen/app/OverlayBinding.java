package org.nlcen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.paint.Color;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.Foreground;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.OverlayModel.Outline;

/** Draws the networks' answers for the epsilon on the screen, and the ground truth, on the source image. */
final class OverlayBinding {
    private final BenchModel bench;
    private final OverlayModel overlay;
    private final Texts texts;
    private final ChangeListener<Object> listener = (value, before, now) -> update();
    private final List<ColumnModel> watched = new ArrayList<>();
    private Optional<GroundTruth> truth = Optional.empty();

    OverlayBinding(BenchModel bench, OverlayModel overlay, Texts texts) {
        this.bench = bench;
        this.overlay = overlay;
        this.texts = texts;
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> watch());
        overlay.styles().addListener((Observable styles) -> paint());
    }

    /** Another image; its outlines follow as they are computed. */
    void show(OpenedImage image) {
        truth = image.truth();
        update();
    }

    private void watch() {
        watched.forEach(column -> column.shownProperty().removeListener(listener));
        watched.clear();
        watched.addAll(bench.columns());
        watched.forEach(column -> column.shownProperty().addListener(listener));
        paint();
        update();
    }

    /** A network has one colour: the one chosen for its outline is its colour everywhere. */
    private void paint() {
        watched.forEach(column -> column.paint(overlay.style(column.id()).color()));
    }

    private void update() {
        List<Outline> outlines = new ArrayList<>();
        truth.ifPresent(known -> outlines.add(new Outline(
                OverlayModel.TRUTH,
                texts.get("outline.truth"),
                "",
                Color.WHITE,
                known.edges(),
                Foreground.of(known.mask()))));
        for (ColumnModel column : watched) {
            column.shown()
                    .ifPresent(outcome -> outlines.add(new Outline(
                            column.id(),
                            CardTexts.name(column.card(), texts),
                            outcome.epsilon() == 0
                                    ? texts.get("outline.clean")
                                    : texts.get("outline.epsilon", texts.epsilon(outcome.epsilon())),
                            column.ownColour(),
                            outcome.edges(),
                            new Foreground.Probabilities(
                                    outcome.example().segmentation().foreground()))));
        }
        overlay.show(outlines);
    }
}
