package org.nlcen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.ImageReadException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionAndHelpEndWithZeroOnTheStreamOfResults() {
        assertThat(execute("--version")).isZero();
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("NLCEN Viewer").contains("Commands:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMisspeltCommandIsAUsageErrorWithASuggestion() {
        assertThat(execute("prob")).isEqualTo(2);
        assertThat(err.toString()).contains("'prob'").contains("nlcen probe").contains("Try: nlcen --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMissingOptionNamesItselfAndTheCommand() {
        assertThat(execute("probe")).isEqualTo(2);
        assertThat(err.toString()).contains("nlcen probe: ").contains("--fail").contains("Try: nlcen probe --help");
    }

    @Test
    void passesOfNoImageOrTooManyAreAUsageErrorBeforeAnythingIsRead() {
        for (String batch : List.of("0", "33")) {
            assertThat(execute(
                            "evaluate",
                            "--dataset=jsrt",
                            "--data=none",
                            "--models=nlcen-lung",
                            "--out=none",
                            "--batch",
                            batch))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("--batch takes 1 to 32 images, not " + batch);
        }
    }

    @Test
    void aNetworkWithoutItsWeightsIsListedWithTheReason(@TempDir Path models) throws IOException {
        Path card = Files.createDirectory(models.resolve("nwcn-lung")).resolve("card.json");
        Files.copy(Path.of("models", "nwcn-lung", "card.json"), card);
        String before = System.setProperty("nlcen.models", models.toString());
        try {
            assertThat(execute("models", "--json")).isZero();
        } finally {
            if (before == null) {
                System.clearProperty("nlcen.models");
            } else {
                System.setProperty("nlcen.models", before);
            }
        }
        assertThat(out.toString()).contains("nwcn-lung/weights.safetensors is missing");
    }

    @Test
    void noCommandIsAUsageError() {
        assertThat(execute("--verbose")).isEqualTo(2);
    }

    @Test
    void aForeseenFailureIsOneLineAndCodeOne() {
        assertThat(execute("probe", "--fail=READ")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("nlcen probe: chest.dcm: is cut off after 12 bytes.");
    }

    @Test
    void verboseShowsWhereItArose() {
        assertThat(execute("probe", "--fail=READ", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat org.nlcen.cli.MainTest");
    }

    @Test
    void anUnforeseenFailureSaysSo() {
        assertThat(execute("probe", "--fail=BUG")).isEqualTo(1);
        assertThat(err.toString()).contains("unexpected error").contains("off by one");
    }

    @Test
    void jsonKeepsRecordsAndRefusesNaN() {
        assertThat(CliCommand.json(List.of(new Row("unet-lung", 0.97))))
                .isEqualTo("[\n  {\n    \"id\": \"unet-lung\",\n    \"dic\": 0.97\n  }\n]");
        assertThatIllegalArgumentException().isThrownBy(() -> CliCommand.json(Map.of("dic", Double.NaN)));
    }

    @Test
    void bareJavaFileErrorsBecomeSentences() {
        assertThat(FailureText.of(new NoSuchFileException("/x/a.png")))
                .isEqualTo("/x/a.png: there is no such file or folder");
        assertThat(FailureText.of(new UncheckedIOException(new AccessDeniedException("/x"))))
                .startsWith("/x: no permission");
        assertThat(FailureText.of(new FileSystemException("/x", null, "No space left\non device")))
                .isEqualTo("/x: No space left on device");
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .addSubcommand(new Probe())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private record Row(String id, double dic) {}

    private enum Failure {
        READ,
        BUG
    }

    @Command(name = "probe")
    private static final class Probe extends CliCommand {
        @Option(names = "--fail", required = true)
        private Failure failure;

        @Override
        public Integer call() throws IOException {
            if (failure == Failure.READ) {
                throw new ImageReadException(
                        Path.of("chest.dcm"), ImageReadException.Reason.BROKEN, "is cut off after 12 bytes.");
            }
            throw new IllegalStateException("off by one");
        }
    }
}
