package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.GsonBuilder;
import org.nlcen.image.AtomicFile;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmenter;
import org.nlcen.model.StoredAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen models answers}: what the self-test of the window compares with. */
@Command(
        name = "answers",
        description = {
            "Asks every trained network about a phantom and writes a few sums of its answer, by the hash of its weights.",
            "The test of the device compares with the file org/nlcen/model/answers.json of the program. Run it on a CPU"
                    + " (NLCEN_GPU=off)."
        })
final class ModelAnswersCommand extends CliCommand {
    @Option(names = "-o", required = true, paramLabel = "FILE.json", description = "Where the answers go.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        ModelCatalog catalog = ModelCatalog.ofUser();
        Map<String, StoredAnswers.Answer> answers = new TreeMap<>();
        for (ModelCatalog.Entry entry : catalog.entries()) {
            if (entry.usable()) {
                try (Segmenter network = catalog.open(entry.card().id())) {
                    answers.put(entry.card().sha256(), StoredAnswers.ask(network));
                }
            }
        }
        AtomicFile.text(output, new GsonBuilder().setPrettyPrinting().create().toJson(answers) + "\n");
        return 0;
    }
}
