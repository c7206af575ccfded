package org.nlcen.app.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** All commands of the window, in menu order. */
public final class Commands {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final List<Command> all = new ArrayList<>();
    private final List<Integer> separators = new ArrayList<>();
    private final List<BooleanSupplier> escapes = new ArrayList<>();
    private final Set<String> repeating = new HashSet<>();
    private KeyCode held;
    private final BooleanProperty blocked = new SimpleBooleanProperty(this, "blocked");

    /**
     * Lets something that lies over the window take the Escape key before any command.
     *
     * @param taker ends what it stands for and says whether there was anything to end
     */
    public void onEscape(BooleanSupplier taker) {
        escapes.add(taker);
    }

    /** Lets commands that go on by a step act again and again while their keys are held; others act once. */
    public void repeat(String... ids) {
        repeating.addAll(List.of(ids));
    }

    /** While true, no shortcut acts. */
    public BooleanProperty blockedProperty() {
        return blocked;
    }

    /** Adds a command that can always be asked for; {@code keys} as in "Shortcut+O", empty for none. */
    public void add(String menu, String id, String keys, Runnable action) {
        add(menu, id, keys, ALWAYS, action);
    }

    public void add(String menu, String id, String keys, ObservableBooleanValue enabled, Runnable action) {
        add(id, menu, keys, enabled, Optional.empty(), action);
    }

    /** Adds a command that switches {@code property}. */
    public void addSwitch(String menu, String id, String keys, BooleanProperty property) {
        Runnable toggle = () -> property.set(!property.get());
        add(id, menu, keys, ALWAYS, Optional.of(property), toggle);
    }

    private void add(
            String id,
            String menu,
            String keys,
            ObservableBooleanValue enabled,
            Optional<ObservableBooleanValue> checked,
            Runnable action) {
        Optional<KeyCombination> usual = keys(keys);
        all.add(new Command(id, menu, usual, new SimpleObjectProperty<>(usual), enabled, checked, action));
    }

    /** A line in the menu between the command before and the next one. */
    public void separator() {
        separators.add(all.size());
    }

    public List<Command> all() {
        return List.copyOf(all);
    }

    /** Whether a line stands before this command. */
    public boolean separated(Command command) {
        return separators.contains(all.indexOf(command));
    }

    /** @throws IllegalArgumentException for an id that is not there */
    public Command get(String id) {
        return all.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command " + id));
    }

    /** The command of an id, if there is one. */
    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /** Makes the shortcuts work in a scene; letters and the keys of editing are left to text fields while one has the focus. */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean again = event.getCode() == held;
            held = event.getCode();
            if (blocked.get()) {
                // the menus' accelerators would act on it too
                if (asked(event).isPresent()) {
                    event.consume();
                }
                return;
            }
            boolean plainEscape = event.getCode() == KeyCode.ESCAPE && !event.isShortcutDown();
            if (plainEscape && escapes.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
                event.consume();
                return;
            }
            boolean typing = scene.getFocusOwner() instanceof TextInputControl;
            boolean plain = !event.isShortcutDown()
                    && !event.isAltDown()
                    && !event.getCode().isFunctionKey();
            if (typing && EditingKeys.includes(event)) {
                return;
            }
            if (plain && (typing || event.getCode().isNavigationKey() && steered(scene.getFocusOwner()))) {
                return;
            }
            asked(event).ifPresent(command -> {
                if (!again || repeating.contains(command.id())) {
                    command.run();
                }
                event.consume();
            });
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            // what the text field had no use for would reach the menus' accelerators
            if (scene.getFocusOwner() instanceof TextInputControl && EditingKeys.includes(event)) {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> held = event.getCode() == held ? null : held);
        // a key let go in another window is not heard of here
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((property, before, now) -> held = null);
    }

    /** Whether arrows, Page Up and the like move what has the focus. */
    private static boolean steered(Node focus) {
        return focus != null && focus.getAccessibleRole() == AccessibleRole.SLIDER;
    }

    /** The command a key asks for. */
    Optional<Command> asked(KeyEvent event) {
        return holder(event).or(() -> OtherKeys.meant(event).flatMap(this::holder));
    }

    private Optional<Command> holder(KeyEvent event) {
        return all.stream()
                .filter(command ->
                        command.keys().filter(keys -> keys.match(event)).isPresent())
                .findFirst();
    }

    /**
     * Keys as in "Shortcut+O" or "PAGE_UP"; empty for none.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    static Optional<KeyCombination> keys(String keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        int key = keys.lastIndexOf('+') + 1;
        String name = Arrays.stream(KeyCode.values())
                .filter(code -> code.name().equalsIgnoreCase(keys.substring(key)))
                .map(KeyCode::getName)
                .findFirst()
                .orElse(keys.substring(key));
        KeyCombination found = KeyCombination.valueOf(keys.substring(0, key) + name);
        if (found instanceof KeyCharacterCombination) {
            // JavaFX knows keys by their names and takes anything else for a character that no key types
            throw new IllegalArgumentException("there is no key " + keys);
        }
        return Optional.of(found);
    }
}
