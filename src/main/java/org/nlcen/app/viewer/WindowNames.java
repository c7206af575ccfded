package org.nlcen.app.viewer;

import java.util.Map;

import org.nlcen.app.base.Texts;
import org.nlcen.image.VoiTransform;

/** Names of windows in the language of the program; those of files and of the user stay as they are. */
public final class WindowNames {
    private static final Map<String, String> KEYS = Map.of(
            "Automatic", "window.automatic",
            "Full range", "window.full",
            "As stored", "window.stored",
            "Region", "window.region");

    private WindowNames() {}

    public static String of(VoiTransform window, Texts texts) {
        String key = KEYS.get(window.name());
        return key == null ? window.name() : texts.get(key);
    }
}
