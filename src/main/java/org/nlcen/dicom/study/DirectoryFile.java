package org.nlcen.dicom.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.nlcen.dicom.DicomHeader;

/** The files a DICOMDIR lists (PS3.10 section 8, PS3.3 annex F). */
final class DirectoryFile {
    private static final String STORAGE = "1.2.840.10008.1.3.10";

    private DirectoryFile() {}

    static boolean isDirectory(DicomHeader header) {
        return header.dataSet().containsValue(Tag.DirectoryRecordSequence)
                || header.kind().equals("Media Storage Directory Storage")
                || STORAGE.equals(header.dataSet().getString(Tag.SOPClassUID));
    }

    /** Paths of the listed files, whether they are there or not; none leads out of the DICOMDIR's folder. */
    static List<Path> files(DicomHeader header) {
        Sequence records = header.dataSet().getSequence(Tag.DirectoryRecordSequence);
        Path folder = header.path().toAbsolutePath().getParent();
        List<Path> files = new ArrayList<>();
        for (int i = 0; records != null && i < records.size(); i++) {
            resolve(folder, records.get(i)).ifPresent(files::add);
        }
        return files;
    }

    private static Optional<Path> resolve(Path folder, Attributes record) {
        String[] parts = record.getStrings(Tag.ReferencedFileID);
        if (parts == null || parts.length == 0) {
            return Optional.empty();
        }
        Path file = folder;
        try {
            for (String part : parts) {
                if (part == null || part.isBlank() || part.contains("..") || part.contains("/")) {
                    return Optional.empty();
                }
                file = child(file, part.trim());
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return file.normalize().startsWith(folder) ? Optional.of(file) : Optional.empty();
    }

    /** A child by name; media are often copied with their names in small letters. */
    private static Path child(Path folder, String name) {
        Path exact = folder.resolve(name);
        if (Files.exists(exact) || !Files.isDirectory(folder)) {
            return exact;
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(e -> e.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(exact);
        } catch (IOException e) {
            return exact;
        }
    }
}
