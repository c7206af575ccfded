package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.preferences.Preferences.Problem;
import org.nlcen.app.preferences.Preferences.Trouble;
import org.slf4j.LoggerFactory;

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

    @Test
    void aFileThatCannotBeReadIsPutAsideAndTheDefaultsAreKept() throws IOException {
        Path file = Files.createDirectory(folder.resolve("preferences.json"));
        Files.writeString(file.resolve("mine"), "mine");
        Path aside = folder.resolve("preferences.json.unreadable");
        Preferences preferences = Preferences.load(file);
        assertThat(preferences.problem()).contains(new Problem(Trouble.UNREADABLE, aside));
        assertThat(aside.resolve("mine")).hasContent("mine");
        preferences.save();
        assertThat(preferences.problem()).isEmpty();
        assertThat(file).isRegularFile();
    }

    @Test
    void aFileThatCannotBeReadNorPutAsideIsNotReplacedAndTheLogSaysSoOnce() throws IOException {
        // a link to a folder can be replaced like any file, but not read
        Path file = Files.createSymbolicLink(
                folder.resolve("preferences.json"), Files.createDirectory(folder.resolve("f")));
        Path inTheWay = Files.createDirectory(folder.resolve("preferences.json.unreadable"));
        Files.writeString(inTheWay.resolve("other"), "other");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Preferences.class);
        log.start();
        logger.addAppender(log);
        try {
            Preferences preferences = Preferences.load(file);
            assertThat(preferences.problem()).contains(new Problem(Trouble.UNREADABLE, file));
            preferences.save();
            preferences.save();
            assertThat(preferences.problem()).contains(new Problem(Trouble.NOT_SAVED, file));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(file).isSymbolicLink();
        assertThat(log.list)
                .extracting(ILoggingEvent::getMessage)
                .containsOnlyOnce("The preferences cannot be written");
    }
}
