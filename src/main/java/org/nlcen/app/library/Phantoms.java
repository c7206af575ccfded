package org.nlcen.app.library;

import org.nlcen.image.ImageReadException;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

public final class Phantoms {
    public static OpenedImage open(boolean skin, long seed) throws ImageReadException {
        int n = 1024;
        short[] v = new short[n * n];
        boolean[] m = new boolean[n * n];
        java.util.Random r = new java.util.Random(seed);
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                double a = Math.hypot((x - 330) / 170.0, (y - 500) / 300.0);
                double b = Math.hypot((x - 700) / 170.0, (y - 500) / 300.0);
                boolean in = a < 1 || b < 1;
                m[y * n + x] = in;
                double body = 2600 - 1200 * Math.max(0, Math.hypot((x - 512) / 520.0, (y - 600) / 700.0) - 0.6);
                double val = body - (in ? 1300 * (1 - Math.pow(Math.min(a, b), 6)) : 0) + r.nextGaussian() * 60;
                v[y * n + x] = (short) Math.max(0, Math.min(4095, val));
            }
        }
        return ImageOpener.phantom(
                SourceImage.plain(
                        "Chest phantom " + seed,
                        PixelBlock.ofShorts(n, n, 1, v, false),
                        new SourceImage.Origin(java.util.Optional.empty(), "phantom", 0, 1)),
                Mask.of(n, n, m));
    }
}
