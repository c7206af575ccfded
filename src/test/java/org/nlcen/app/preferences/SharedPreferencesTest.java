package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.preferences.Preferences.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/** Two programs with one file, and files that cannot be used. */
class SharedPreferencesTest {
    @TempDir
    Path folder;

    @Test
    void twoProgramsKeepEachOthersChanges() {
        Path file = folder.resolve("preferences.json");
        Preferences first = Preferences.load(file);
        Preferences second = Preferences.load(file);
        first.values().theme = "light";
        first.values().recentFiles = List.of("/a.png", "/b.png");
        first.save();
        second.values().language = "de";
        second.values().recentFiles = List.of("/c.png", "/a.png");
        second.save();
        // what the second changed meanwhile is not undone by a later saving of the first
        first.values().shortcuts.put("fit", "Shortcut+F");
        first.save();

        Preferences.Values read = Preferences.load(file).values();
        assertThat(read.theme).isEqualTo("light");
        assertThat(read.language).isEqualTo("de");
        assertThat(read.recentFiles).containsExactly("/c.png", "/a.png", "/b.png");
        assertThat(read.shortcuts).containsEntry("fit", "Shortcut+F");
    }

    @Test
    void whatAnotherVersionWroteStays() throws IOException {
        Path file = folder.resolve("preferences.json");
        Files.writeString(file, "{\"theme\": \"light\", \"fromTheFuture\": [1, 2]}");
        Preferences preferences = Preferences.load(file);
        preferences.values().hideNames = true;
        preferences.save();
        assertThat(Files.readString(file)).contains("fromTheFuture");
        assertThat(Preferences.load(file).values().theme).isEqualTo("light");
    }

    @Test
    void aDamagedFileLiesAsideAndIsTold() throws IOException {
        Path file = folder.resolve("preferences.json");
        Files.writeString(file, "{\"theme\": \"li");
        Preferences preferences = Preferences.load(file);
        assertThat(preferences.values().theme).isEqualTo("dark");
        Preferences.Problem problem = preferences.problem().orElseThrow();
        assertThat(problem.trouble()).isEqualTo(Trouble.DAMAGED);
        assertThat(Files.readString(problem.file())).isEqualTo("{\"theme\": \"li");
        preferences.save();
        assertThat(preferences.problem()).isEmpty();
        assertThat(Preferences.load(file).problem()).isEmpty();
    }

    @Test
    void valuesThatCannotBeAreTheDefaults() throws IOException {
        Path file = folder.resolve("preferences.json");
        Files.writeString(
                file,
                "{\"theme\": null, \"windowWidth\": -5, \"windowHeight\": 1e300, \"threads\": 9999, \"shortcuts\": null,"
                        + "\"recentFiles\": [null, \"/a.png\"], \"firstWindow\": \"sideways\", \"autosaveSeconds\": -1}");
        Preferences.Values read = Preferences.load(file).values();
        assertThat(read.theme).isEqualTo("dark");
        assertThat(read.windowWidth).isEqualTo(1280);
        assertThat(read.windowHeight).isEqualTo(800);
        assertThat(read.threads).isZero();
        assertThat(read.shortcuts).isEmpty();
        assertThat(read.recentFiles).containsExactly("/a.png");
        assertThat(read.firstWindow).isEqualTo("file");
        assertThat(read.autosaveSeconds).isEqualTo(5);
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        // a file where the folder should be: the one obstacle that stops a superuser too
        Path obstacle = Files.writeString(folder.resolve("config"), "no folder");
        Preferences preferences = Preferences.load(obstacle.resolve("preferences.json"));
        preferences.save();
        assertThat(preferences.problem().orElseThrow().trouble()).isEqualTo(Trouble.NOT_SAVED);
    }
}
