package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.study.Instance;
import org.nlcen.dicom.write.Deidentifier;
import org.nlcen.dicom.write.Deidentifier.Change;
import org.nlcen.dicom.write.Deidentifier.Report;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;

/** Copies without identity, of one file or of all that are open together; no controls. */
final class Deidentification {

    /**
     * One change in one copy.
     *
     * @param file name of the copy
     */
    record Line(String file, Change change) {}

    /**
     * What was done, free of patient data.
     *
     * @param studies Study Instance UIDs that the copied files had, for the audit log; empty for a file without one
     * @param warnings each once
     * @param failed how many files could not be copied
     */
    record Result(
            List<Path> copies,
            Set<Optional<String>> studies,
            List<Line> lines,
            List<Explanation> warnings,
            int failed) {
        /** All of it as text, a line a change. */
        String text() {
            StringBuilder text = new StringBuilder("NLCEN Viewer, de-identification by the Basic Application"
                    + " Confidentiality Profile (DICOM PS3.15 annex E)\n");
            text.append(copies.size()).append(" copies, ").append(failed).append(" files not copied\n");
            warnings.forEach(warning -> text.append(warning).append('\n'));
            for (Line line : lines) {
                text.append(line.file())
                        .append('\t')
                        .append(line.change().action().name().toLowerCase(Locale.ROOT))
                        .append('\t')
                        .append(line.change().number())
                        .append('\t')
                        .append(line.change().name())
                        .append('\n');
            }
            return text.toString();
        }
    }

    /** Told after each file. */
    interface Progress {
        void copied(int done, int total);
    }

    private Deidentification() {}

    static Result one(DicomHeader source, Path target) throws IOException {
        Report report = new Deidentifier().write(source, target);
        List<Line> lines = report.changes().stream()
                .map(change -> new Line(target.getFileName().toString(), change))
                .toList();
        return new Result(List.of(target), Set.of(source.studyUid()), lines, report.warnings(), 0);
    }

    /**
     * Copies all DICOM files, under numbers; the same identifier becomes the same new one in all.
     *
     * @param folder where they go; no file there is replaced
     */
    static Result all(List<Instance> instances, Path folder, Progress progress, BooleanSupplier cancelled)
            throws IOException {
        Deidentifier deidentifier = new Deidentifier();
        List<Path> copies = new ArrayList<>();
        Set<Optional<String>> studies = new LinkedHashSet<>();
        List<Line> lines = new ArrayList<>();
        List<Explanation> warnings = new ArrayList<>();
        int failed = 0;
        int number = 0;
        List<Instance> files = instances.stream().filter(Instance::dicom).toList();
        for (int i = 0; i < files.size() && !cancelled.getAsBoolean(); i++) {
            Path target;
            do {
                target = folder.resolve(String.format(Locale.ROOT, "image-%04d.dcm", ++number));
            } while (Files.exists(target));
            try {
                DicomHeader source = DicomFiles.header(files.get(i).file());
                Report report = deidentifier.write(source, target);
                copies.add(target);
                studies.add(source.studyUid());
                String name = target.getFileName().toString();
                report.changes().forEach(change -> lines.add(new Line(name, change)));
                report.warnings().stream()
                        .filter(warning -> !warnings.contains(warning))
                        .forEach(warnings::add);
            } catch (ImageReadException e) {
                failed++;
                number--;
            }
            progress.copied(i + 1, files.size());
        }
        return new Result(List.copyOf(copies), studies, List.copyOf(lines), List.copyOf(warnings), failed);
    }
}
