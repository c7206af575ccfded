package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.AppFolders;
import org.nlcen.image.AtomicFile;

import static org.assertj.core.api.Assertions.assertThat;

class HousekeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void machineCodeOfAnOlderVersionGoesADayAfterItsLastStart() throws IOException {
        Path current = version("2.0.1-20230709-cpu-linux-x86_64", Duration.ofDays(90));
        Path cuda = version("2.0.1-20230709-cu118-linux-x86_64", Duration.ofDays(90));
        Path old = version("1.13.1-20221220-cpu-linux-x86_64", Duration.ofHours(25));
        Path running = version("2.1.0-20240101-cpu-linux-x86_64", Duration.ofHours(23));

        Housekeeping.removeOthers(folder, name -> name.startsWith("2.0.1-20230709"), NOW);

        assertThat(folder.toFile().listFiles())
                .extracting(file -> file.toPath())
                .containsExactlyInAnyOrder(current, cuda, running);
        assertThat(old).doesNotExist();
        assertThat(Files.getLastModifiedTime(current).toInstant()).isEqualTo(NOW);
    }

    @Test
    void aCopyOfWhatTheProgramBringsUnpackedGoes() throws IOException {
        String name = Housekeeping.engineVersion().orElseThrow() + "-cpu-linux-x86_64";
        Path home = Files.createDirectories(folder.resolve("program"));
        Files.createDirectories(home.resolve("engine").resolve("pytorch").resolve(name));
        AppFolders folders = new AppFolders(folder, folder.resolve("config"), folder.resolve("cache"));
        Path copy = Files.createDirectories(folders.engine().resolve("pytorch").resolve(name));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        String before = System.getProperty("nlcen.home");
        try {
            System.setProperty("nlcen.home", home.toString());
            Housekeeping.run(folders);
        } finally {
            System.setProperty("nlcen.home", before);
        }

        assertThat(copy).doesNotExist();
    }

    @Test
    void theVersionOnTheClassPathIsKnown() {
        assertThat(Housekeeping.engineVersion().orElseThrow()).startsWith("2.0.1");
    }

    @Test
    void draftsOfAKilledProcessGoAndWorkStays() throws IOException {
        AppFolders folders = new AppFolders(folder, folder.resolve("config"), folder.resolve("cache"));
        Files.createDirectories(folders.config());
        Path work = folders.config().resolve("preferences.json");
        AtomicFile.text(work, "{}");
        Path left = folders.config().resolve(".preferences.json.0a1b.tmp");
        Path young = folders.config().resolve(".preferences.json.2c3d.tmp");
        Files.writeString(left, "{");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.writeString(young, "{");

        Housekeeping.run(folders);

        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(work).hasContent("{}");
    }

    @Test
    void whatAKilledProcessWasKeepingOrTakingInGoesToo() throws IOException {
        AppFolders folders = new AppFolders(folder, folder.resolve("config"), folder.resolve("cache"));
        Path kept = Files.createDirectories(folder.resolve("running")).resolve(".0a1b.nlcen.2c3d.tmp");
        Files.writeString(kept, "half a session");
        Path network = Files.createDirectories(folders.ownModels().resolve("own-mine-lung"));
        Path half = Files.createDirectories(folders.ownModels().resolve(".own-other-lung.4e5f"));
        Files.writeString(half.resolve("weights.safetensors"), "half the weights");
        Path beingTaken = Files.createDirectories(folders.ownModels().resolve(".own-third-lung.6a7b"));
        for (Path old : new Path[] {kept, network, half}) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }

        Housekeeping.run(folders);

        assertThat(kept).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(network).exists();
        assertThat(beingTaken).exists();
    }

    private Path version(String name, Duration unused) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("libtorch.so"), "code");
        Files.setLastModifiedTime(made, FileTime.from(NOW.minus(unused)));
        return made;
    }
}
