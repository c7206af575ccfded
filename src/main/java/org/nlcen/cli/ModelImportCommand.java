package org.nlcen.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nlcen.image.AppFolders;
import org.nlcen.image.Explanation;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.OwnModels;
import org.nlcen.model.Task;
import org.nlcen.network.Architecture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen models import}: weights of one's own for a known architecture. */
@Command(
        name = "import",
        description = {
            "Adds weights of your own for an architecture this program knows, as a safetensors file.",
            "Every name, shape and number is checked; whether the network is any good, and who made it, is not known to"
                    + " the program. Add only files whose origin you trust."
        })
final class ModelImportCommand extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "The weights, *.safetensors")
    private Path file;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "What the weights are for, such as unet; not needed where only one fits.")
    private String architecture;

    @Option(names = "--task", required = true, description = "What the network finds: lung or skin.")
    private Task task;

    @Option(names = "--name", paramLabel = "NAME", description = "What lists call it; default the architecture's name.")
    private String name;

    @Option(names = "--yes", description = "I trust where this file is from; do not ask.")
    private boolean trusted;

    @Override
    public Integer call() throws IOException {
        Architecture chosen = architecture == null ? only(OwnModels.fitting(file)) : known(architecture);
        if (!trusted && !asked()) {
            err().println("nothing was added");
            err().flush();
            return 1;
        }
        String title = name == null ? chosen.title() : name;
        ModelCard card = new OwnModels(AppFolders.ofUser().ownModels()).add(file, chosen, task, title);
        out().println(card.id());
        out().flush();
        return 0;
    }

    private boolean asked() {
        Console console = System.console();
        if (console == null) {
            throw new IllegalArgumentException("say --yes if you trust where this file is from");
        }
        String answer = console.readLine(
                "Weights decide what a network finds, and nobody can read them. Do you trust where this file is from? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private Architecture only(List<Architecture> fitting) throws ModelLoadException {
        if (fitting.isEmpty()) {
            throw new ModelLoadException(Explanation.of(
                    "{0} fits no architecture this program knows: {1}", file, names(List.of(Architecture.values()))));
        }
        if (fitting.size() > 1) {
            throw new IllegalArgumentException(
                    "several architectures fit; name one with --architecture: " + names(fitting));
        }
        return fitting.get(0);
    }

    private static Architecture known(String id) {
        return Architecture.find(id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("there is no architecture called " + id + "; there are "
                        + names(List.of(Architecture.values()))));
    }

    private static String names(List<Architecture> architectures) {
        return architectures.stream().map(Architecture::id).collect(Collectors.joining(", "));
    }
}
