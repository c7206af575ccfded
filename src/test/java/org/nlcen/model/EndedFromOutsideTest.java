package org.nlcen.model;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is told to end while the engine computes ends with the system's code and without a complaint. */
class EndedFromOutsideTest {
    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theProcessSaysNothingAtItsEnd() throws Exception {
        endedWhenItSays("computing");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void neitherWhileTheEngineIsBeingLoaded() throws Exception {
        endedWhenItSays("loading");
    }

    private void endedWhenItSays(String word) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                        "-Dnlcen.logs=" + folder.resolve("logs"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedFromOutsideTest.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (!word.equals(line)) { // the engine may have something to say at its start
                assertThat(line).isNotNull();
                line = lines.readLine();
            }
            process.toHandle().destroy(); // that of Process would close its output too
            assertThat(lines.lines().filter(rest -> !"computing".equals(rest))).isEmpty();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the process does: convolutions without end. */
    public static void main(String[] arguments) {
        System.out.println("loading");
        try (NDManager manager = Engines.open()) {
            NDArray picture = manager.ones(new Shape(1, 64, 128, 128));
            NDArray weight = manager.ones(new Shape(64, 64, 3, 3));
            NDArray bias = manager.zeros(new Shape(64));
            System.out.println("computing");
            while (true) {
                try (NDArray result = Conv2d.conv2d(picture, weight, bias).singletonOrThrow()) {
                    result.sum().close();
                }
            }
        }
    }
}
