package org.nlcen.app.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyMapTest {
    private final Commands commands = new Commands();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final KeyMap keys = new KeyMap(commands, kept);

    KeyMapTest() {
        commands.add("file", "open", "Shortcut+O", () -> {});
        commands.add("view", "fit", "F", () -> {});
        commands.add("view", "reset", "", () -> {});
    }

    private static KeyCombination of(String text) {
        return KeyCombination.valueOf(text);
    }

    @Test
    void everyKeyIsKnownByItsCodeAndItsName() {
        assertThat(pressed("ESCAPE", KeyCode.ESCAPE)).isTrue();
        assertThat(pressed("PAGE_UP", KeyCode.PAGE_UP)).isTrue();
        assertThat(pressed("Page Up", KeyCode.PAGE_UP)).isTrue();
        assertThat(pressed("PERIOD", KeyCode.PERIOD)).isTrue();
        assertThat(pressed("r", KeyCode.R)).isTrue();
        assertThat(pressed("ESCAPE", KeyCode.E)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Commands.keys("NO_SUCH_KEY"));
    }

    private static boolean pressed(String keys, KeyCode code) {
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
        return Commands.keys(keys).orElseThrow().match(event);
    }

    @Test
    void newKeysTakeThemFromWhoHadThemAndAreKept() {
        assertThat(keys.holder(of("Shortcut+O"), commands.get("fit"))).contains(commands.get("open"));
        keys.assign(commands.get("fit"), Optional.of(of("Shortcut+O")));
        assertThat(commands.get("open").keys()).isEmpty();
        assertThat(commands.get("fit").keys()).contains(of("Shortcut+O"));
        assertThat(kept).containsEntry("open", "").containsEntry("fit", "Shortcut+O");

        Commands later = new Commands();
        later.add("file", "open", "Shortcut+O", () -> {});
        later.add("view", "fit", "F", () -> {});
        new KeyMap(later, kept).apply();
        assertThat(later.get("open").keys()).isEmpty();
        assertThat(later.get("fit").keys()).contains(of("Shortcut+O"));
    }

    @Test
    void usualKeysComeBackAndAreNotKept() {
        keys.assign(commands.get("fit"), Optional.of(of("Shortcut+O")));
        keys.reset(commands.get("open"));
        assertThat(commands.get("open").keys()).contains(of("Shortcut+O"));
        assertThat(commands.get("fit").keys()).isEmpty();
        assertThat(kept).containsOnlyKeys("fit");
        keys.resetAll();
        assertThat(commands.get("fit").keys()).contains(of("F"));
        assertThat(kept).isEmpty();
    }

    @Test
    void controlAndShortcutAreTheSameKeyButOnMacOs() {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        assertThat(KeyMap.same(of("Ctrl+O"), of("Shortcut+O"))).isEqualTo(!mac);
        assertThat(KeyMap.same(of("Shift+O"), of("Shortcut+O"))).isFalse();
    }

    @Test
    void nonsenseThatWasKeptIsLeftOut() {
        kept.put("fit", "Hyper+Nothing");
        kept.put("gone", "F");
        keys.apply();
        assertThat(commands.get("fit").keys()).contains(of("F"));
    }

    @Test
    void germanKeyboardsSayStrg() {
        Texts german = Texts.of(Locale.GERMAN);
        assertThat(KeyText.named(of("Shortcut+Shift+O"), german)).isEqualTo("Strg+Umschalt+O");
        assertThat(KeyText.named(of("Delete"), german)).isEqualTo("Entf");
        assertThat(KeyText.named(of("F1"), german)).isEqualTo("F1");
        assertThat(KeyText.named(of("Shortcut+PLUS"), Texts.of(Locale.ENGLISH))).isEqualTo("Ctrl++");
        assertThat(LocalKeys.of(of("Shortcut+O"), german).getDisplayText())
                .isEqualTo(System.getProperty("os.name").startsWith("Mac") ? "⌘O" : "Strg+O");
    }

    @Test
    void plusAndMinusAreThoseOfAnyKeyboardUnlessTheKeyIsSomeonesOwn() {
        List<String> done = new ArrayList<>();
        Commands zoom = new Commands();
        zoom.add("view", "zoomIn", "PLUS", () -> done.add("in"));
        zoom.add("view", "zoomOut", "MINUS", () -> done.add("out"));
        zoom.add("view", "redo", "Shortcut+Shift+Z", () -> done.add("redo"));
        zoom.add("view", "fit", "", () -> done.add("fit"));
        for (KeyEvent event : List.of(
                press(KeyCode.EQUALS, true, false),
                press(KeyCode.EQUALS, false, false),
                press(KeyCode.ADD, false, false),
                press(KeyCode.SUBTRACT, false, false),
                press(KeyCode.Y, false, true),
                press(KeyCode.Y, false, false))) {
            zoom.asked(event).ifPresent(Command::run);
        }
        assertThat(done).containsExactly("in", "in", "in", "out", "redo");
        zoom.get("fit").binding().set(Optional.of(of("Add")));
        assertThat(zoom.asked(press(KeyCode.ADD, false, false))).contains(zoom.get("fit"));
    }

    private static KeyEvent press(KeyCode code, boolean shift, boolean shortcut) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut && !mac, false, shortcut && mac);
    }

    @Test
    void keysThatMoveAboutAreNobodysShortcut() {
        assertThat(KeyText.pressed(press(KeyCode.CONTROL, true))).isEmpty();
        assertThat(KeyText.pressed(press(KeyCode.TAB, false))).isEmpty();
        assertThat(KeyText.pressed(press(KeyCode.LEFT, false))).isEmpty();
        assertThat(KeyText.pressed(press(KeyCode.G, true))).contains(of("Shortcut+G"));
        assertThat(KeyText.pressed(press(KeyCode.F5, false))).contains(of("F5"));
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
