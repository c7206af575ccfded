package org.nlcen.app.viewer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;

import org.nlcen.app.preferences.Preferences.SavedOverlay;
import org.nlcen.app.viewer.OverlayStyle.Mode;

/** From styles to the preferences and back; what is damaged becomes the default. */
public final class OverlayStyles {
    private OverlayStyles() {}

    public static Map<String, OverlayStyle> read(Map<String, SavedOverlay> saved) {
        Map<String, OverlayStyle> styles = new LinkedHashMap<>();
        saved.forEach((id, one) -> styles.put(id, read(one)));
        return styles;
    }

    private static OverlayStyle read(SavedOverlay saved) {
        Optional<Color> color = Optional.empty();
        Mode mode = Mode.OUTLINE;
        try {
            color = saved.color.isEmpty() ? color : Optional.of(Color.web(saved.color));
            mode = Mode.valueOf(saved.mode);
        } catch (IllegalArgumentException damaged) {
            return OverlayStyle.DEFAULT;
        }
        return new OverlayStyle(color, saved.opacity, mode, saved.visible);
    }

    public static Map<String, SavedOverlay> save(Map<String, OverlayStyle> styles) {
        Map<String, SavedOverlay> saved = new LinkedHashMap<>();
        styles.forEach((id, style) -> {
            SavedOverlay one = new SavedOverlay();
            one.color = style.color().map(OverlayStyles::web).orElse("");
            one.opacity = style.opacity();
            one.mode = style.mode().name();
            one.visible = style.visible();
            saved.put(id, one);
        });
        return saved;
    }

    /** {@code #rrggbb}. */
    public static String web(Color color) {
        return String.format("#%06x", argb(color) & 0xffffff);
    }

    static int argb(Color color) {
        return Argb.of((int) Math.round(color.getRed() * 255), (int) Math.round(color.getGreen() * 255), (int)
                Math.round(color.getBlue() * 255));
    }
}
