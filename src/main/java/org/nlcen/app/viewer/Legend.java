package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.OverlayModel.Outline;

/** The legend of outlines; with many of them its last line only counts the rest, or it would hide the image. */
final class Legend {
    private static final int MOST = 10;
    /** In a narrower pane the details would take the room of what stands at the left. */
    private static final double DETAILED_FROM = 360;

    /** What stands at the left, and the samples and margins at the right, keep this in the narrowest pane. */
    private static final double BESIDE_NAMES = 178;

    private static final double SHORTEST_NAME = 48;

    private final VBox box;
    private final OverlayModel overlay;
    private final Texts texts;
    private final List<LegendEntry> entries = new ArrayList<>();
    private final Label more = new Label();
    private final Region pane;
    private final ObservableNumberValue nameRoom;
    private List<Outline> shown = List.of();

    /** @param pane in whose corner the box stands */
    Legend(VBox box, Region pane, OverlayModel overlay, Texts texts) {
        this.box = box;
        this.pane = pane;
        nameRoom = Bindings.max(SHORTEST_NAME, pane.widthProperty().subtract(BESIDE_NAMES));
        pane.widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() < DETAILED_FROM != now.doubleValue() < DETAILED_FROM) {
                show(shown);
            }
        });
        this.overlay = overlay;
        this.texts = texts;
    }

    void show(List<Outline> outlines) {
        shown = outlines;
        boolean detailed = pane.getWidth() >= DETAILED_FROM;
        boolean all = outlines.size() <= MOST;
        int listed = all ? outlines.size() : MOST - 1;
        while (entries.size() < listed) {
            entries.add(new LegendEntry(nameRoom));
        }
        List<Node> lines = new ArrayList<>(entries.subList(0, listed));
        for (int i = 0; i < listed; i++) {
            Outline one = outlines.get(i);
            entries.get(i).show(one, overlay.color(one), overlay.style(one.id()), detailed);
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
