package org.nlcen.dicom.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.TruthNames;
import org.nlcen.image.UntrustedZip;

/**
 * Goes through files, folders, DICOMDIRs and ZIP files and reads every header; pixels are left alone until they are
 * shown. A bad file never stops the rest.
 */
public final class StudyScanner {
    private static final int DEEPEST_FOLDER = 32;
    private static final int MOST_FILES = 200_000;

    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final StudyCollector collector = new StudyCollector();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Path> seen = new LinkedHashSet<>();
    private final Unpacked unpacked = new Unpacked();

    /** Told after each file, on the scanning thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done files looked at
         * @param total files known so far; grows while DICOMDIRs and ZIP files are opened
         */
        void scanned(int done, int total);
    }

    private StudyScanner(Progress progress, BooleanSupplier cancelled) {
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /**
     * Scans what a person chose.
     *
     * @param inputs files and folders, folders with all below them
     * @param cancelled asked before every file; true ends the scan with what was found
     */
    public static ScanResult scan(List<Path> inputs, Progress progress, BooleanSupplier cancelled) {
        StudyScanner scanner = new StudyScanner(progress, cancelled);
        scanner.run(inputs);
        return new ScanResult(scanner.collector.studies(), scanner.skipped, cancelled.getAsBoolean(), scanner.unpacked);
    }

    /** Whether a path leads to several files: a folder, a ZIP file, a DICOMDIR. Reads the header of a DICOM file. */
    public static boolean holdsSeveral(Path path) {
        try {
            if (Files.isDirectory(path) || UntrustedZip.is(path)) {
                return true;
            }
            return DicomFiles.isDicom(path) && DirectoryFile.isDirectory(DicomFiles.header(path));
        } catch (IOException e) {
            return false;
        }
    }

    private void run(List<Path> inputs) {
        Map<Path, String> waiting = new LinkedHashMap<>();
        for (Path input : inputs) {
            list(input)
                    .forEach(
                            file -> waiting.putIfAbsent(file, file.getFileName().toString()));
        }
        int done = 0;
        List<Map.Entry<Path, String>> queue = new ArrayList<>(waiting.entrySet());
        for (int i = 0; i < queue.size() && !cancelled.getAsBoolean(); i++) {
            Path file = queue.get(i).getKey();
            if (seen.add(file.toAbsolutePath().normalize())) {
                queue.addAll(take(file, queue.get(i).getValue()).entrySet());
            }
            progress.scanned(++done, queue.size());
        }
    }

    private List<Path> list(Path input) {
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }
        try (Stream<Path> files = Files.walk(input, DEEPEST_FOLDER, new FileVisitOption[0])) {
            return withoutMasks(files.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(file))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            skip(
                    input,
                    String.valueOf(input.getFileName()),
                    Reason.BROKEN,
                    Explanation.of("the folder cannot be read."));
            return List.of();
        }
    }

    /** The true masks of images of the same folder come with these, not as images of their own. */
    private List<Path> withoutMasks(List<Path> files) {
        Set<String> masks =
                TruthNames.masks(files.stream().map(TruthNames::path).toList());
        List<Path> kept = new ArrayList<>();
        for (Path file : files) {
            if (masks.contains(TruthNames.path(file))) {
                skipMask(file, file.getFileName().toString());
            } else {
                kept.add(file);
            }
        }
        return kept;
    }

    private Map<Path, String> takeZip(Path file) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Unpacked.Entry entry : unpacked.unpack(file, cancelled)) {
            if (entry.mask()) {
                skipMask(entry.copy(), entry.name());
            } else {
                files.put(entry.copy(), entry.name());
            }
        }
        return files;
    }

    private void skipMask(Path file, String name) {
        skip(file, name, Reason.NOT_AN_IMAGE, Explanation.of("it is the mask of another image here."));
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /** Takes one file in; returns the files it leads to. */
    private Map<Path, String> take(Path file, String name) {
        try {
            if (!Files.isRegularFile(file)) {
                skip(
                        file,
                        name,
                        Reason.NOT_AN_IMAGE,
                        Explanation.of("there is no such file; the directory may be older than its files."));
                return Map.of();
            }
            if (DicomFiles.isDicom(file)) {
                return takeDicom(file, name);
            }
            if (RasterFiles.isRaster(file)) {
                collector.addPicture(new Instance(file, name, 0, 1, false));
                return Map.of();
            }
            if (UntrustedZip.is(file)) {
                return takeZip(file);
            }
            skip(file, name, Reason.NOT_AN_IMAGE, Explanation.of("this is neither a DICOM file nor a picture."));
        } catch (ImageReadException e) {
            skip(file, name, e.reason(), e.detail());
        } catch (IOException e) {
            skip(file, name, Reason.BROKEN, Explanation.of("it cannot be read; it may be damaged or missing."));
        }
        return Map.of();
    }

    private Map<Path, String> takeDicom(Path file, String name) throws ImageReadException {
        DicomHeader header = DicomFiles.header(file);
        if (DirectoryFile.isDirectory(header)) {
            if (unpacked.owns(file)) {
                // All files of a ZIP are looked at anyway.
                return Map.of();
            }
            Map<Path, String> listed = new LinkedHashMap<>();
            DirectoryFile.files(header)
                    .forEach(f -> listed.put(f, f.getFileName().toString()));
            return listed;
        }
        DicomImage image = header.image();
        collector.add(header, file, name, image.frames());
        return Map.of();
    }

    private void skip(Path file, String name, Reason reason, Explanation detail) {
        skipped.add(new Skipped(file, name, reason, detail));
    }
}
