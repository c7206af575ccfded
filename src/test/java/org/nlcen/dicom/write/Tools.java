package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** Other people's DICOM programs, to hold our files against. */
final class Tools {
    private Tools() {}

    /** Runs a program and returns what it printed; skips the calling test where the program is not installed. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort(command[0] + " is not installed");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** Runs a Python program with pydicom; skips the calling test where that is not installed. */
    static String python(String program, String... arguments) throws IOException, InterruptedException {
        if (run("/usr/bin/python3", "-c", "import pydicom, numpy").contains("Error")) {
            abort("pydicom or numpy is not installed");
        }
        String[] command = new String[3 + arguments.length];
        command[0] = "/usr/bin/python3";
        command[1] = "-c";
        command[2] = program;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return run(command);
    }
}
