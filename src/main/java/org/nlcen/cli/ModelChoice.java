package org.nlcen.cli;

import org.nlcen.model.ModelCatalog;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmenter;
import picocli.CommandLine.Option;

/** The option that names one network. */
final class ModelChoice {
    @Option(names = "--model", required = true, paramLabel = "ID", description = "Network; nlcen models lists them.")
    private String id;

    /** Loads it; the caller closes it. */
    Segmenter open() throws ModelLoadException {
        return ModelCatalog.ofUser().open(id);
    }
}
