package org.nlcen.app;

import java.util.List;
import javafx.scene.Node;

import org.nlcen.app.base.Keyed;

/** Takes the keyboard from one part of the window to the next, past all the buttons of the one it is in. */
final class PaneCycle {
    private final List<Part> parts;

    /**
     * A part of the window.
     *
     * @param landing finds the node in it that gets the keyboard
     */
    record Part(Node root, String landing) {
        private boolean holds(Node node) {
            Node at = node;
            while (at != null && at != root) {
                at = at.getParent();
            }
            return at != null;
        }

        private boolean shown() {
            return root.getScene() != null && root.isVisible();
        }
    }

    PaneCycle(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @param places 1 for the next part that is shown, -1 for the one before */
    void step(Node focused, int places) {
        List<Part> shown = parts.stream().filter(Part::shown).toList();
        int now = -1;
        for (int i = 0; i < shown.size(); i++) {
            now = shown.get(i).holds(focused) ? i : now;
        }
        int next = now < 0 ? Math.min(places, 0) : now + places;
        Part part = shown.get(Math.floorMod(next, shown.size()));
        Keyed.focus(part.root().lookup(part.landing()));
    }
}
