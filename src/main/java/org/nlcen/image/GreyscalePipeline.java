package org.nlcen.image;

/** From stored values to the screen: modality, then window, then inversion (DICOM PS3.4 N.2), all in one table. */
public final class GreyscalePipeline {
    private GreyscalePipeline() {}

    /**
     * The table for one window of a picture.
     *
     * @param invert whether the user asks for the negative
     */
    public static DisplayTable table(SourceImage image, VoiTransform voi, boolean invert) {
        return DisplayTable.of(image, voi, invert);
    }

    /**
     * The whole picture at its own size.
     *
     * @param destination opaque ARGB, row by row, at least {@code width * height} long; owned by the caller
     */
    public static void render(PixelBlock pixels, DisplayTable table, int[] destination) {
        int width = pixels.width();
        boolean colour = pixels.samples() == 3;
        int[] row = new int[width * pixels.samples()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            int at = y * width;
            for (int x = 0; x < width; x++) {
                destination[at + x] =
                        colour ? table.argb(row[3 * x], row[3 * x + 1], row[3 * x + 2]) : table.argb(row[x]);
            }
        }
    }
}
