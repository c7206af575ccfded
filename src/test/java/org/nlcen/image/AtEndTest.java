package org.nlcen.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks for the end are done, also those that come when it has begun. */
class AtEndTest {
    @Test
    void aTaskOfAnEndingProcessIsDoneAtOnce() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AtEndTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactly("begun: false", "first, begun: true", "second, on its thread", "done");
        assertThat(process.waitFor()).isZero();
    }

    /** What the process does: it learns of a second task while the first one is done. */
    public static void main(String[] arguments) {
        System.out.println("begun: " + AtEnd.begun());
        AtEnd.run("first", () -> {
            System.out.println("first, begun: " + AtEnd.begun());
            AtEnd.run(
                    "second",
                    () -> System.out.println("second, on "
                            + (Thread.currentThread().getName().equals("first") ? "its" : "another") + " thread"));
            System.out.println("done");
        });
    }
}
