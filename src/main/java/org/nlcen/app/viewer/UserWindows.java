package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

/** Windows the user has named, and where they stand among those an image offers. */
public final class UserWindows {
    private final ObservableList<Window> all = FXCollections.observableArrayList();

    /** In the user's order. */
    public ObservableList<Window> all() {
        return all;
    }

    /** A window from what was typed; a width too small is raised to the least one, an empty name becomes its numbers. */
    public static Window window(String name, double center, double width) {
        double sure = Math.max(width, 1e-3);
        Function function = sure < 1 ? Function.LINEAR_EXACT : Function.LINEAR;
        String label = name.isBlank() ? Math.round(sure) + " / " + Math.round(center) : name.strip();
        return new Window(label, center, sure, function);
    }

    /**
     * The order of the number keys: what the file brings (without that, what fits the image best), the user's own, then
     * what is worked out from the image.
     *
     * @param offered the image's windows, those of its file first, at least one
     * @param fromFile how many of them its file brings
     */
    public List<VoiTransform> among(List<? extends VoiTransform> offered, int fromFile) {
        int first = Math.max(1, fromFile);
        List<VoiTransform> order = new ArrayList<>(offered.subList(0, first));
        order.addAll(all);
        order.addAll(offered.subList(first, offered.size()));
        return order;
    }
}
