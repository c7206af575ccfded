package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.write.Deidentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code nlcen deidentify}: a copy without the patient's identity. */
@Command(
        name = "deidentify",
        description = {
            "Writes a copy of a DICOM file without the patient's identity (PS3.15 Basic Profile)",
            "and lists what was removed. The picture itself is not changed."
        })
final class DeidentifyCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "IN", description = "DICOM file.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && Files.isSameFile(in, out)) {
            throw new IllegalArgumentException("IN and OUT are the same file; give another name");
        }
        Deidentifier.Report report = new Deidentifier().write(DicomFiles.header(in), out);
        for (Deidentifier.Change change : report.changes()) {
            out().println(change.action().name().toLowerCase(Locale.ROOT) + " " + change.number() + " "
                    + change.name());
        }
        out().flush();
        report.warnings().forEach(err()::println);
        err().flush();
        return 0;
    }
}
