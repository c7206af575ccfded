package org.nlcen.app.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import org.nlcen.app.base.Texts;

/** Keys as they are written on the keyboards of a language: "Ctrl+O", "Strg+O". */
public final class KeyText {
    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

    private KeyText() {}

    /** Keys in words; on macOS with the signs that its menus use. */
    public static String of(KeyCombination keys, Texts texts) {
        return MAC ? keys.getDisplayText() : named(keys, texts);
    }

    /** Two spaces and the keys, for the end of a tooltip; empty where there are none. */
    public static String after(Optional<KeyCombination> keys, Texts texts) {
        return keys.map(found -> "  " + of(found, texts)).orElse("");
    }

    static String named(KeyCombination keys, Texts texts) {
        List<String> words = new ArrayList<>();
        boolean control = keys.getControl() == ModifierValue.DOWN || keys.getShortcut() == ModifierValue.DOWN;
        if (control) {
            words.add(texts.get("key.control"));
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            words.add(texts.get("key.alt"));
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            words.add(texts.get("key.shift"));
        }
        words.add(
                keys instanceof KeyCodeCombination code
                        ? of(code.getCode(), texts)
                        : keys.getDisplayText().replaceFirst(".*\\+(?=.)", ""));
        return String.join("+", words);
    }

    /** One key. */
    public static String of(KeyCode code, Texts texts) {
        String key = "key." + code.name().toLowerCase(Locale.ROOT);
        return texts.bundle().containsKey(key) ? texts.get(key) : code.getName();
    }

    /**
     * The keys of an event as a combination; empty while only Shift, Ctrl or the like is held, and for keys that move about
     * in every window and are nobody's shortcut.
     */
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean held = event.isShortcutDown() || event.isAltDown();
        boolean usable = code != KeyCode.UNDEFINED
                && !code.isModifierKey()
                && code != KeyCode.TAB
                && (held || !code.isNavigationKey() && code != KeyCode.ENTER && code != KeyCode.SPACE);
        if (!usable) {
            return Optional.empty();
        }
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        if (event.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        return Optional.of(new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new)));
    }
}
