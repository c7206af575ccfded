package org.nlcen.app.preferences;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.image.VoiTransform;

/** Which window an image is first seen through, by the user's choice. */
public final class FirstWindow {
    private FirstWindow() {}

    /**
     * The same windows with the wanted one first.
     *
     * @param choice "file" for the file's own order, "automatic" or "full"
     */
    public static List<VoiTransform> order(List<VoiTransform> windows, String choice) {
        String wanted =
                switch (choice) {
                    case "automatic" -> "Automatic";
                    case "full" -> "Full range";
                    default -> "";
                };
        List<VoiTransform> ordered = new ArrayList<>(windows);
        windows.stream()
                .filter(window -> window.name().equals(wanted))
                .findFirst()
                .ifPresent(first -> {
                    ordered.remove(first);
                    ordered.add(0, first);
                });
        return List.copyOf(ordered);
    }
}
