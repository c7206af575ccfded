package org.nlcen.app.commands;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class CommandPaletteTest {
    private final Commands commands = new Commands();

    CommandPaletteTest() {
        commands.add("file", "open", "Shortcut+O", () -> {});
        commands.add("export", "exportGif", "", () -> {});
        commands.add("view", "numbersWindow", "", () -> {});
        commands.add("export", "copyNumbers", "", () -> {});
        commands.add("export", "exportReport", "", new SimpleBooleanProperty(false), () -> {});
    }

    private List<String> found(Locale locale, String query) {
        return CommandPalette.matches(commands.all(), Texts.of(locale), query).stream()
                .map(Command::id)
                .toList();
    }

    @Test
    void everyWordCountsInAnyOrderAndCase() {
        assertThat(found(Locale.ENGLISH, "WINDOW num")).containsExactly("numbersWindow");
        assertThat(found(Locale.ENGLISH, "")).containsExactly("open", "exportGif", "numbersWindow", "copyNumbers");
        assertThat(found(Locale.ENGLISH, "no such thing")).isEmpty();
    }

    @Test
    void whatStandsInAMenuIsFoundByItsName() {
        assertThat(found(Locale.ENGLISH, "export")).containsExactly("exportGif", "copyNumbers");
        assertThat(found(Locale.ENGLISH, "export numbers")).containsExactly("copyNumbers");
    }

    @Test
    void ownNamesComeBeforeNamesOfMenus() {
        commands.add("file", "exportMasks", "", () -> {});
        commands.add("view", "fit", "", () -> {});
        commands.add("file", "exportView", "", () -> {});
        assertThat(found(Locale.GERMAN, "ansicht"))
                .as("'Ansicht als PNG oder TIFF' has the word itself, the others stand in the menu of that name")
                .containsExactly("exportView", "numbersWindow", "fit");
    }
}
