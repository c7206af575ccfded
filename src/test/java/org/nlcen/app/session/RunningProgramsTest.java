package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.session.RunningPrograms.Lost;
import org.nlcen.app.session.RunningPrograms.Running;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;

class RunningProgramsTest {
    private static final Instant BEGAN = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aProgramThatEndsAsItShouldLeavesNothing() throws IOException {
        RunningPrograms programs = new RunningPrograms(folder);
        Running running = programs.begin(1, BEGAN, "1");
        Files.writeString(running.session(), "{}");
        running.end();
        assertThat(programs.lost()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesThatKeptWorkNamesAreNeededWhoeverKeptItAndWhateverElseIsDamaged() throws IOException {
        RunningPrograms programs = new RunningPrograms(folder);
        Running damaged = programs.begin(1, BEGAN, "1");
        Files.writeString(damaged.session(), "{}");
        Running running = programs.begin(2, BEGAN, "1");
        SessionFile.write(running.session(), session("/tmp/a/1", null));
        Running crashed = programs.begin(3, BEGAN, "1");
        SessionFile.write(crashed.session(), session("/tmp/b/1", "/tmp/b/mask"));
        crashed.vanish();
        assertThat(programs.needed())
                .containsExactlyInAnyOrder(Path.of("/tmp/a/1"), Path.of("/tmp/b/1"), Path.of("/tmp/b/mask"));
        programs.lost().forEach(Lost::forget);
        assertThat(programs.needed()).containsExactly(Path.of("/tmp/a/1"));
    }

    private static Session session(String image, String truth) {
        return TestSessions.of(
                new Session.Image(image, "ab12", 0, null, 0, Task.LUNG),
                truth == null ? null : new Session.Truth(truth, "cd34"));
    }

    @Test
    void aProgramThatStillRunsIsNotLost() throws IOException {
        RunningPrograms programs = new RunningPrograms(folder);
        Running running = programs.begin(1, BEGAN, "1");
        assertThat(programs.lost()).isEmpty();
        assertThat(programs.lost()).isEmpty();
        running.end();
    }

    @Test
    void aCrashIsFoundByOneProgramOnlyUntilItIsSettled() throws IOException {
        RunningPrograms programs = new RunningPrograms(folder);
        Running running = programs.begin(77, BEGAN, "1");
        Files.writeString(running.session(), "the work");
        running.vanish();

        List<Lost> lost = programs.lost();
        assertThat(lost).hasSize(1);
        assertThat(lost.get(0).started()).isEqualTo(BEGAN);
        assertThat(Files.readString(lost.get(0).session().orElseThrow())).isEqualTo("the work");
        assertThat(new RunningPrograms(folder).lost()).as("held by the first").isEmpty();
        lost.get(0).keep();
        List<Lost> again = programs.lost();
        assertThat(again).hasSize(1);
        again.get(0).forget();
        assertThat(programs.lost()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedMarkerIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("x.json"), "{\"pid\": ");
        assertThat(new RunningPrograms(folder).lost()).isEmpty();
    }

    @Test
    void javasReportOfTheCrashIsFoundAndUnderstood() throws IOException {
        RunningPrograms programs = new RunningPrograms(folder.resolve("running"));
        programs.begin(4242, BEGAN, "1").vanish();
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path report = Files.writeString(
                logs.resolve("hs_err_pid4242.log"),
                """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGSEGV (0xb) at pc=0x00007f12, pid=4242, tid=4243
                #
                # JRE version: OpenJDK Runtime Environment (17.0.9+9)
                # Problematic frame:
                # C  [libtorch_cpu.so+0x1a2b3c]  at::native::convolution+0x12
                #
                """);
        NativeCrash crash = programs.lost().get(0).crash(logs).orElseThrow();
        assertThat(crash.what()).isEqualTo("SIGSEGV (0xb) at pc=0x00007f12, pid=4242, tid=4243");
        assertThat(crash.where()).startsWith("C  [libtorch_cpu.so+0x1a2b3c]");
        // an older report belongs to another process with the same number
        Files.setLastModifiedTime(report, FileTime.from(BEGAN.minusSeconds(60)));
        assertThat(NativeCrash.find(4242, BEGAN, List.of(logs))).isEmpty();
    }
}
