package org.nlcen.dicom.study;

import java.nio.file.Path;

import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException.Reason;

/**
 * A file that was not opened.
 *
 * @param file the file; for an entry of a ZIP, its unpacked copy
 * @param name the file's own name; may hold patient data, hide it under the privacy switch
 * @param reason its kind
 * @param detail why, one plain sentence without the name
 */
public record Skipped(Path file, String name, Reason reason, Explanation detail) {
    /** Why, naming the file. */
    public String sentence() {
        return name + ": " + detail;
    }
}
