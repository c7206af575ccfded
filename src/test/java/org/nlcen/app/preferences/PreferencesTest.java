package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PreferencesTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsThereInTheNextStart() {
        Path file = folder.resolve("new/preferences.json");
        Preferences preferences = Preferences.load(file);
        assertThat(preferences.values().theme).isEqualTo("dark");
        preferences.values().theme = "light";
        preferences.values().recentFiles = List.of("/a b/ü.png");
        preferences.save();
        Preferences.Values again = Preferences.load(file).values();
        assertThat(again.theme).isEqualTo("light");
        assertThat(again.recentFiles).containsExactly("/a b/ü.png");
    }

    @Test
    void aDamagedFileIsPutAsideAndTheDefaultsHold() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"theme\": [");
        assertThat(Preferences.load(file).values().theme).isEqualTo("dark");
        assertThat(folder.resolve("preferences.json.damaged")).exists();
        assertThat(file).doesNotExist();
    }
}
