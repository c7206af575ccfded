package org.nlcen.app.viewer;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nlcen.app.base.Texts;
import org.nlcen.image.VoiTransform;

/** Names of windows in the language of the program; those of files and of the user stay as they are. */
public final class WindowNames {
    private static final Map<String, String> KEYS = Map.of(
            "Automatic", "window.automatic",
            "Full range", "window.full",
            "As stored", "window.stored",
            "Region", "window.region");

    /** A window of a file that names none. */
    private static final Pattern NUMBERED = Pattern.compile("Window (\\d+)");

    private WindowNames() {}

    public static String of(VoiTransform window, Texts texts) {
        String key = KEYS.get(window.name());
        if (key != null) {
            return texts.get(key);
        }
        Matcher numbered = NUMBERED.matcher(window.name());
        return numbered.matches() ? texts.get("window.numbered", numbered.group(1)) : window.name();
    }
}
