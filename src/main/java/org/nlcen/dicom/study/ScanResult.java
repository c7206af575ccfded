package org.nlcen.dicom.study;

import java.util.List;

/**
 * What a scan found. Close it when its images are no longer shown: files unpacked from a ZIP are deleted then.
 *
 * @param studies in the order they were met
 * @param skipped one entry a file that was not opened
 * @param cancelled whether the scan was stopped before its end
 * @param unpacked files to delete, owned by this result
 */
public record ScanResult(List<Study> studies, List<Skipped> skipped, boolean cancelled, Unpacked unpacked)
        implements AutoCloseable {
    public ScanResult {
        studies = List.copyOf(studies);
        skipped = List.copyOf(skipped);
    }

    /** Number of files that were opened. */
    public int opened() {
        return studies.stream()
                .flatMap(study -> study.series().stream())
                .mapToInt(series -> series.instances().size())
                .sum();
    }

    /** "12 opened, 3 skipped". */
    public String summary() {
        return opened() + " opened, " + skipped.size() + " skipped";
    }

    @Override
    public void close() {
        unpacked.close();
    }
}
