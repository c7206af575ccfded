package org.nlcen.image;

/**
 * Draws what a viewport shows of a picture, reading only the pyramid level that fits the zoom. Since turns are by
 * quarters, each screen row (or column) reads from at most two image rows.
 */
public final class ViewportRenderer {

    /** How a screen pixel is found between image pixels. */
    public enum Sampling {
        /** The image pixel its centre falls into: shows the pixels as they are. */
        NEAREST,
        /** Linear between the four image pixels around, before the window is applied. Padding is not mixed in. */
        BILINEAR
    }

    private ViewportRenderer() {}

    /**
     * @param table made for the pyramid's image
     * @param background ARGB (premultiplied) where there is no image
     * @param destination ARGB (premultiplied), row by row, {@code width * height} long, wholly overwritten; owned by the
     *     caller
     * @param width whole screen pixels; {@code view} may be up to one pixel larger
     */
    public static void render(
            MipPyramid pyramid,
            DisplayTable table,
            ViewTransform view,
            Sampling sampling,
            int background,
            int[] destination,
            int width,
            int height) {
        int level = pyramid.levelFor(view.zoom() * Math.max(1, view.aspect()));
        PixelBlock pixels = pyramid.level(level);
        boolean sideways = view.sideways();
        int across = sideways ? height : width;
        int lines = sideways ? width : height;
        SampleAxis columns = SampleAxis.columns(view, across, level, pixels.width(), sampling);
        SampleAxis rows = SampleAxis.rows(view, lines, level, pixels.height(), sampling);
        SourceImage.Padding padding = pyramid.image().padding().orElse(null);
        RowSampler sampler = new RowSampler(pixels, table, columns, padding);
        int step = sideways ? width : 1;
        int lineStep = sideways ? 1 : width;
        for (int line = 0; line < lines; line++) {
            int at = line * lineStep;
            if (rows.inside(line)) {
                sampler.draw(rows.low(line), rows.part(line), background, destination, at, step);
            } else {
                for (int i = 0; i < across; i++) {
                    destination[at + i * step] = background;
                }
            }
        }
    }

    /**
     * Lays a colour over the pixels whose image pixel belongs to a mask.
     *
     * @param mask of the view's image, at its full size
     * @param rgb colour, 0xRRGGBB
     * @param opacity within 0..1
     * @param destination as {@link #render} left it; opaque pixels stay opaque
     */
    public static void tint(
            Mask mask, ViewTransform view, int rgb, double opacity, int[] destination, int width, int height) {
        if (mask.width() != view.imageWidth() || mask.height() != view.imageHeight()) {
            throw new IllegalArgumentException("the mask is not of this image: " + mask);
        }
        boolean sideways = view.sideways();
        SampleAxis columns = SampleAxis.columns(view, sideways ? height : width, 0, mask.width(), Sampling.NEAREST);
        SampleAxis rows = SampleAxis.rows(view, sideways ? width : height, 0, mask.height(), Sampling.NEAREST);
        int weight = (int) Math.round(Math.max(0, Math.min(1, opacity)) * 256);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = sideways ? y : x;
                int row = sideways ? x : y;
                if (columns.inside(column)
                        && rows.inside(row)
                        && mask.get(rows.low(row) * mask.width() + columns.low(column))) {
                    int i = y * width + x;
                    destination[i] = blend(destination[i], rgb, weight);
                }
            }
        }
    }

    /** {@code weight} of 256 parts {@code rgb}, the rest the opaque colour below. */
    private static int blend(int below, int rgb, int weight) {
        int rest = 256 - weight;
        int odd = (below & 0xff00ff) * rest + (rgb & 0xff00ff) * weight;
        int green = (below & 0x00ff00) * rest + (rgb & 0x00ff00) * weight;
        return below & 0xff000000 | odd >>> 8 & 0xff00ff | green >>> 8 & 0x00ff00;
    }
}
