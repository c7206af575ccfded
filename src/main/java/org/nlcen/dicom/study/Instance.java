package org.nlcen.dicom.study;

import java.nio.file.Path;

/**
 * One image file of a series.
 *
 * @param file where it lies; for a file out of a ZIP, its unpacked copy
 * @param name the file's own name; may hold patient data, hide it under the privacy switch
 * @param number Instance Number, 0 where the file has none
 * @param frames at least 1
 * @param dicom whether it is a DICOM file, else a picture
 */
public record Instance(Path file, String name, int number, int frames, boolean dicom) {}
