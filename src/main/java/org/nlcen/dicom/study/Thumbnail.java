package org.nlcen.dicom.study;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.image.DisplayTable;
import org.nlcen.image.GreyscalePipeline;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.Windows;

/**
 * A small picture for a list, made when it is first shown.
 *
 * @param argb opaque, row by row, owned by this record
 */
public record Thumbnail(int width, int height, int[] argb) {

    /**
     * Decodes the first frame, with the window it is first shown with, into at most {@code side} pixels each way.
     *
     * @throws ImageReadException if the pixels turn out to be damaged
     */
    public static Thumbnail of(Instance instance, int side) throws ImageReadException {
        SourceImage image =
                instance.dicom() ? DicomFiles.open(instance.file()).frame(0) : RasterFiles.read(instance.file());
        DisplayTable table =
                GreyscalePipeline.table(image, Windows.presets(image).get(0), false);
        int[] full = new int[image.width() * image.height()];
        GreyscalePipeline.render(image.pixels(), table, full);
        double scale = Math.min(1, side / Math.max(image.width(), image.height() * image.aspect()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * image.aspect() * scale));
        return new Thumbnail(width, height, averaged(full, image.width(), image.height(), width, height));
    }

    private static int[] averaged(int[] full, int fullWidth, int fullHeight, int width, int height) {
        int[] small = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = y * fullHeight / height;
            int bottom = Math.max(top + 1, (y + 1) * fullHeight / height);
            for (int x = 0; x < width; x++) {
                int left = x * fullWidth / width;
                int right = Math.max(left + 1, (x + 1) * fullWidth / width);
                small[y * width + x] = average(full, fullWidth, left, top, right, bottom);
            }
        }
        return small;
    }

    private static int average(int[] argb, int stride, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = argb[y * stride + x];
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        int n = (right - left) * (bottom - top);
        return 0xff000000 | (int) (red / n) << 16 | (int) (green / n) << 8 | (int) (blue / n);
    }
}
