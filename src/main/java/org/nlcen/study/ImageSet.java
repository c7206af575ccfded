package org.nlcen.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.nlcen.dataset.SampleFile;

/**
 * The images of a study.
 *
 * @param title as figures name it, such as "JSRT even fold"
 * @param fingerprint of names and sizes; the same wherever the folder lies
 * @param files in the order of measuring
 */
public record ImageSet(String title, String fingerprint, List<SampleFile> files) {
    public ImageSet {
        files = List.copyOf(files);
    }

    /** A collection of these files. */
    public static ImageSet of(String title, List<SampleFile> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SampleFile file : files) {
                String line = file.name() + " " + size(file.image()) + " " + size(file.mask()) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return new ImageSet(title, HexFormat.of().formatHex(digest.digest(), 0, 8), files);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : -1;
    }

    /** The first files alone; the fingerprint stays that of the whole. */
    public ImageSet first(int count) {
        return new ImageSet(title, fingerprint, files.subList(0, Math.min(count, files.size())));
    }
}
