package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.AppFolders;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherTest {
    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "--version", "-V", "segmnt"})
    void commandsOptionsAndMisspeltCommandsGoToTheTerminal(String first) {
        assertThat(Launcher.isCommand(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chest.dcm", "folder/chest", "./help", "IM0001"})
    void filesGoToTheWindowWhetherTheyExistOrNot(String first) {
        assertThat(Launcher.isCommand(first, "other.png")).isFalse();
    }

    @Test
    void nothingOpensTheWindow() {
        assertThat(Launcher.isCommand()).isFalse();
    }

    @Test
    void aFileNamedLikeAWordGoesToTheWindow(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("slice"));

        assertThat(Launcher.isCommand(file.toString())).isFalse();
    }

    @Test
    void onlyLinuxNeedsADisplayToBeNamed() {
        assertThat(Launcher.withoutDisplay("Linux", Map.of())).isTrue();
        assertThat(Launcher.withoutDisplay("Linux", Map.of("DISPLAY", ":0"))).isFalse();
        assertThat(Launcher.withoutDisplay("Windows 11", Map.of())).isFalse();
    }

    @Test
    void withoutAHomeThatCanBeWrittenThereIsAnotherPlace(@TempDir Path folder) throws IOException {
        Path obstacle = Files.writeString(folder.resolve("home"), "no folder");
        AppFolders wanted = new AppFolders(obstacle.resolve("data"), obstacle.resolve("config"), obstacle);
        try {
            AppFolders found = Launcher.usable(wanted);
            assertThat(found.data()).isEqualTo(Path.of(System.getProperty("nlcen.data")));
            assertThat(found.data().getFileName().toString())
                    .startsWith("nlcen-viewer-" + ProcessHandle.current().pid() + "-");
            assertThat(System.getProperty(Launcher.NO_HOME))
                    .isEqualTo(wanted.data().toString());
        } finally {
            System.clearProperty("nlcen.data");
            System.clearProperty(Launcher.NO_HOME);
        }
        AppFolders good = new AppFolders(folder.resolve("a/data"), folder.resolve("a/config"), folder);
        assertThat(Launcher.usable(good)).isEqualTo(good);
    }

    @Test
    void jnaUnpacksIntoTheUsersFolderUnlessTheInstallationBringsItsCode(@TempDir Path folder) throws IOException {
        AppFolders folders = new AppFolders(folder.resolve("data"), folder.resolve("config"), folder);
        Path lib = Files.createDirectories(folder.resolve("home/lib"));
        String before = System.clearProperty("jna.tmpdir");
        try {
            Launcher.placeJna(folder.resolve("home").toString(), folders);
            assertThat(System.getProperty("jna.tmpdir"))
                    .isEqualTo(folder.resolve("data/jna").toString());
            assertThat(System.getProperty("jna.boot.library.path")).isNull();

            System.setProperty("jna.tmpdir", "chosen");
            Launcher.placeJna(null, folders);
            assertThat(System.getProperty("jna.tmpdir")).isEqualTo("chosen");

            Files.createFile(lib.resolve(System.mapLibraryName("jnidispatch")));
            Launcher.placeJna(folder.resolve("home").toString(), folders);
            assertThat(System.getProperty("jna.boot.library.path")).isEqualTo(lib.toString());
        } finally {
            System.clearProperty("jna.boot.library.path");
            System.clearProperty("jna.tmpdir");
            if (before != null) {
                System.setProperty("jna.tmpdir", before);
            }
        }
    }

    @Test
    void aUserWithoutAHomeNeedsAnotherFolder() {
        assertThat(Launcher.homeless("?", Map.of())).isTrue();
        assertThat(Launcher.homeless("?", Map.of("NLCEN_DATA", "/data"))).isFalse();
        assertThat(Launcher.homeless("/home/reader", Map.of())).isFalse();
    }

    @Test
    void anOrdinaryFolderAllowsExecutionAndIsLeftAsItWas(@TempDir Path folder) throws IOException {
        assertThat(Launcher.forbidsExecution(folder)).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsNotSaidToForbidExecution(@TempDir Path folder) {
        assertThat(Launcher.forbidsExecution(folder.resolve("absent"))).isFalse();
    }
}
