package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.nlcen.study.report.StudyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen report}: tables, figures and page of studies that were measured in one folder or several. */
@Command(
        name = "report",
        description = {
            "Writes the summary, the paper's figures and report.html from folders of nlcen evaluate, also of runs that were"
                    + " stopped.",
            "Several folders must be of one collection and one attack; nothing is measured."
        })
final class ReportCommand extends CliCommand {
    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders of nlcen evaluate.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report; made if missing. Without it, the first folder.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        StudyReport report = StudyReport.read(folders.get(0));
        for (Path folder : folders.subList(1, folders.size())) {
            report = report.with(StudyReport.read(folder));
        }
        Path target = out == null ? folders.get(0) : Files.createDirectories(out);
        if (out != null) {
            report.writeIdentity(target);
        }
        report.write(target, Map.of());
        new StudyText(out()).figures(report.summaries());
        new StudyText(out()).checks(report.verdicts());
        return 0;
    }
}
