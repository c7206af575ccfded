package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.OverlayModel.Outline;

/** The legend of outlines; with many of them its last line only counts the rest, or it would hide the image. */
final class Legend {
    private static final int MOST = 10;

    private final VBox box;
    private final OverlayModel overlay;
    private final Texts texts;
    private final List<LegendEntry> entries = new ArrayList<>();
    private final Label more = new Label();

    Legend(VBox box, OverlayModel overlay, Texts texts) {
        this.box = box;
        this.overlay = overlay;
        this.texts = texts;
    }

    void show(List<Outline> outlines) {
        boolean all = outlines.size() <= MOST;
        int listed = all ? outlines.size() : MOST - 1;
        while (entries.size() < listed) {
            entries.add(new LegendEntry());
        }
        List<Node> lines = new ArrayList<>(entries.subList(0, listed));
        for (int i = 0; i < listed; i++) {
            Outline one = outlines.get(i);
            entries.get(i).show(one, overlay.color(one), overlay.style(one.id()));
        }
        if (!all) {
            more.setText(texts.get("source.more", outlines.size() - listed));
            lines.add(more);
        }
        if (!lines.equals(box.getChildren())) {
            box.getChildren().setAll(lines);
        }
    }
}
