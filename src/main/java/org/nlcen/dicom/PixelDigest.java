package org.nlcen.dicom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.nlcen.image.PixelBlock;

/**
 * A fingerprint of stored values, for comparison with other programs.
 *
 * @param sha256 of the values as 32-bit little-endian signed integers, row by row, samples interleaved
 * @param mean of all samples
 */
public record PixelDigest(String sha256, double mean) {

    public static PixelDigest of(PixelBlock block) {
        MessageDigest digest = newSha256();
        int[] row = new int[block.width() * block.samples()];
        byte[] bytes = new byte[4 * row.length];
        double sum = 0;
        for (int y = 0; y < block.height(); y++) {
            block.readRow(y, row);
            for (int i = 0; i < row.length; i++) {
                sum += row[i];
                bytes[4 * i] = (byte) row[i];
                bytes[4 * i + 1] = (byte) (row[i] >> 8);
                bytes[4 * i + 2] = (byte) (row[i] >> 16);
                bytes[4 * i + 3] = (byte) (row[i] >> 24);
            }
            digest.update(bytes);
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : digest.digest()) {
            hex.append(String.format("%02x", b));
        }
        return new PixelDigest(hex.toString(), sum / ((double) row.length * block.height()));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
