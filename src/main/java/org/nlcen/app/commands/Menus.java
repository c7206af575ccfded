package org.nlcen.app.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.nlcen.app.base.Texts;

/** Menus made from the commands. */
public final class Menus {
    private Menus() {}

    /** Menus that lie in another one. */
    private static final Map<String, String> WITHIN = Map.of("export", "file", "presets", "view");

    /** One menu for each menu name that lies in no other, in the order in which the names first occur. */
    public static List<Menu> of(Commands commands, Texts texts) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (Command command : commands.all()) {
            boolean first = !menus.containsKey(command.menu());
            Menu menu = menus.computeIfAbsent(command.menu(), name -> new Menu(texts.get("menu." + name)));
            if (first && WITHIN.containsKey(command.menu())) {
                Menu outer = menus.get(WITHIN.get(command.menu()));
                if (commands.separated(command)) {
                    outer.getItems().add(new SeparatorMenuItem());
                }
                outer.getItems().add(menu);
            }
            if (commands.separated(command) && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item(command, texts));
        }
        menus.keySet().removeAll(WITHIN.keySet());
        return List.copyOf(menus.values());
    }

    private static MenuItem item(Command command, Texts texts) {
        String title = texts.get("command." + command.id());
        MenuItem item = command.checked().isPresent() ? new CheckMenuItem(title) : new MenuItem(title);
        if (item instanceof CheckMenuItem check) {
            command.checked().get().addListener((value, before, now) -> check.setSelected(now));
            check.setSelected(command.checked().get().get());
        }
        item.setOnAction(event -> command.run());
        // the scene's filter has acted on the key already; here it is only shown
        command.binding().addListener((value, before, now) -> showKeys(item, now, texts));
        showKeys(item, command.keys(), texts);
        command.enabled().addListener((value, before, now) -> item.setDisable(!now));
        item.setDisable(!command.enabled().get());
        return item;
    }

    private static void showKeys(MenuItem item, Optional<KeyCombination> keys, Texts texts) {
        item.setAccelerator(keys.map(found -> LocalKeys.of(found, texts)).orElse(null));
    }
}
