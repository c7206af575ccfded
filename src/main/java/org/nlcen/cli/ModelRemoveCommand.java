package org.nlcen.cli;

import org.nlcen.image.AppFolders;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.OwnModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code nlcen models remove}: takes back what {@code nlcen models import} did. */
@Command(name = "remove", description = "Removes a network of your own, with its weights.")
final class ModelRemoveCommand extends CliCommand {
    @Parameters(paramLabel = "ID", description = "As nlcen models lists it; begins with " + OwnModels.PREFIX)
    private String id;

    @Override
    public Integer call() throws ModelLoadException {
        new OwnModels(AppFolders.ofUser().ownModels()).remove(id);
        return 0;
    }
}
