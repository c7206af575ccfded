package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A structure in one colour over a picture.
 *
 * @param under the picture
 * @param foreground the structure
 * @param argb its colour
 * @param opacity within 0..1
 * @param edge whether its edge is drawn in full colour, one pixel wide
 */
public record TintPainter(Painter under, Foreground foreground, int argb, double opacity, boolean edge)
        implements Painter {

    @Override
    public Extent extent() {
        return under.extent();
    }

    @Override
    public void paint(int[] pixels, int width, int height, ViewTransform view, int background) {
        under.paint(pixels, width, height, view, background);
        Foreground.Reader reader = foreground.reader(view, width, height);
        boolean[] line = new boolean[width];
        boolean[] above = new boolean[width];
        for (int y = 0; y < height; y++) {
            reader.read(y, line);
            for (int x = 0; x < width; x++) {
                boolean bound = edge && (x > 0 && line[x] != line[x - 1] || y > 0 && line[x] != above[x]);
                if (bound) {
                    pixels[y * width + x] = argb;
                } else if (line[x]) {
                    pixels[y * width + x] = Argb.blend(pixels[y * width + x], argb, opacity);
                }
            }
            boolean[] swap = above;
            above = line;
            line = swap;
        }
    }
}
