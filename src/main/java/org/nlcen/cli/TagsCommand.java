package org.nlcen.cli;

import java.nio.file.Path;
import java.util.List;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.TagEntry;
import org.nlcen.image.ImageReadException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen tags}: every element of a DICOM file. */
@Command(name = "tags", description = "Lists the elements of a DICOM file, patient data included unless hidden.")
final class TagsCommand extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "DICOM file.")
    private Path file;

    @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "Only what contains this.")
    private String search;

    @Option(names = "--hide-patient", description = "Leave out what may tell who the patient is.")
    private boolean hidePatient;

    @Override
    public Integer call() throws ImageReadException {
        List<TagEntry> tags = TagEntry.search(DicomFiles.header(file).tags(), search);
        print(hidePatient ? tags.stream().map(TagEntry::withoutPatient).toList() : tags, 0);
        out().flush();
        return 0;
    }

    private void print(List<TagEntry> entries, int depth) {
        for (TagEntry entry : entries) {
            String keyword = entry.keyword().isEmpty() ? entry.name() : entry.keyword();
            out().println("  ".repeat(depth) + entry.number() + " " + entry.vr() + " " + keyword + ": "
                    + printable(entry.value()));
            print(entry.children(), depth + 1);
        }
    }

    /** A file must not be able to send control sequences to a terminal. */
    private static String printable(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\t]]", "·");
    }
}
