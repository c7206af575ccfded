package org.nlcen.dicom.study;

import java.nio.file.Path;

import org.nlcen.image.ImageReadException.Reason;

/**
 * A file that was not opened.
 *
 * @param file the file; the ZIP file for an entry of it
 * @param reason its kind
 * @param sentence why, naming the file
 */
public record Skipped(Path file, Reason reason, String sentence) {}
