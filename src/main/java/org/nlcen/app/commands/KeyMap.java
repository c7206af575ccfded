package org.nlcen.app.commands;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys the user chose, kept with the preferences: only those that differ from the usual ones. */
public final class KeyMap {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);
    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

    private final Commands commands;
    private final Map<String, String> chosen;

    /** @param chosen id of a command to its keys, empty for none; changed by this map */
    public KeyMap(Commands commands, Map<String, String> chosen) {
        this.commands = commands;
        this.chosen = chosen;
    }

    /** Gives the commands the keys that were kept. Keys that cannot be understood are left out and logged. */
    public void apply() {
        for (Command command : commands.all()) {
            String keys = chosen.get(command.id());
            if (keys != null) {
                try {
                    command.binding().set(Commands.keys(keys));
                } catch (IllegalArgumentException e) {
                    LOG.warn("Not a shortcut: {}", keys);
                }
            }
        }
    }

    /** Another command that has these keys. */
    public Optional<Command> holder(KeyCombination keys, Command except) {
        return commands.all().stream()
                .filter(command -> command != except)
                .filter(command -> command.keys().filter(own -> same(own, keys)).isPresent())
                .findFirst();
    }

    /** Gives keys to a command; whoever had them has none afterwards. */
    public void assign(Command command, Optional<KeyCombination> keys) {
        keys.flatMap(wanted -> holder(wanted, command)).ifPresent(other -> set(other, Optional.empty()));
        set(command, keys);
    }

    /** Gives a command its usual keys again; whoever has them now has none afterwards. */
    public void reset(Command command) {
        assign(command, command.usual());
    }

    /** All keys as they were at first. */
    public void resetAll() {
        chosen.clear();
        commands.all().forEach(command -> command.binding().set(command.usual()));
    }

    /** Whether a command has other keys than the usual ones. */
    public boolean changed(Command command) {
        return !command.keys().equals(command.usual());
    }

    private void set(Command command, Optional<KeyCombination> keys) {
        command.binding().set(keys);
        if (keys.equals(command.usual())) {
            chosen.remove(command.id());
        } else {
            chosen.put(command.id(), keys.map(KeyCombination::getName).orElse(""));
        }
    }

    /** Whether both are pressed alike; "Shortcut" is Ctrl, on macOS the command key. */
    static boolean same(KeyCombination a, KeyCombination b) {
        return key(a).equals(key(b))
                && a.getShift() == b.getShift()
                && a.getAlt() == b.getAlt()
                && control(a) == control(b)
                && meta(a) == meta(b);
    }

    private static String key(KeyCombination keys) {
        return keys.getName().replaceFirst(".*\\+(?=.)", "");
    }

    private static boolean control(KeyCombination keys) {
        return keys.getControl() == ModifierValue.DOWN || !MAC && keys.getShortcut() == ModifierValue.DOWN;
    }

    private static boolean meta(KeyCombination keys) {
        return keys.getMeta() == ModifierValue.DOWN || MAC && keys.getShortcut() == ModifierValue.DOWN;
    }
}
