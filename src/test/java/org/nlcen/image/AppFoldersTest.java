package org.nlcen.image;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AppFoldersTest {
    private static final Path HOME = Path.of("/home/ann");

    @Test
    void linuxFollowsTheXdgDefaults() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of());

        assertThat(folders.data()).isEqualTo(Path.of("/home/ann/.local/share/nlcen-viewer"));
        assertThat(folders.config()).isEqualTo(Path.of("/home/ann/.config/nlcen-viewer"));
        assertThat(folders.cache()).isEqualTo(Path.of("/home/ann/.cache/nlcen-viewer"));
        assertThat(folders.logs()).isEqualTo(Path.of("/home/ann/.local/share/nlcen-viewer/logs"));
    }

    @Test
    void absoluteXdgVariablesWinAndRelativeOnesAreIgnored(@TempDir Path absolute) {
        AppFolders folders =
                AppFolders.of("Linux", HOME, Map.of("XDG_DATA_HOME", absolute.toString(), "XDG_CONFIG_HOME", "conf"));

        assertThat(folders.data()).isEqualTo(absolute.resolve("nlcen-viewer"));
        assertThat(folders.config()).isEqualTo(Path.of("/home/ann/.config/nlcen-viewer"));
    }

    @Test
    void macUsesTheLibrary() {
        AppFolders folders = AppFolders.of("Mac OS X", HOME, Map.of());

        assertThat(folders.data()).isEqualTo(Path.of("/home/ann/Library/Application Support/nlcen-viewer"));
        assertThat(folders.cache()).isEqualTo(Path.of("/home/ann/Library/Caches/nlcen-viewer"));
    }

    @Test
    void windowsRoamsSettingsOnly(@TempDir Path local, @TempDir Path roaming) {
        AppFolders folders = AppFolders.of(
                "Windows 11", HOME, Map.of("LOCALAPPDATA", local.toString(), "APPDATA", roaming.toString()));

        assertThat(folders.data()).isEqualTo(local.resolve("nlcen-viewer"));
        assertThat(folders.config()).isEqualTo(roaming.resolve("nlcen-viewer"));
        assertThat(folders.cache()).startsWithRaw(local);
    }

    @Test
    void oneVariableMovesEverything(@TempDir Path own) {
        AppFolders folders =
                AppFolders.of("Linux", HOME, Map.of("NLCEN_DATA", own.toString(), "XDG_DATA_HOME", "/elsewhere"));

        assertThat(folders.data()).isEqualTo(own);
        assertThat(folders.config()).startsWithRaw(own);
        assertThat(folders.cache()).startsWithRaw(own);
        assertThat(folders.engine()).startsWithRaw(own);
    }
}
