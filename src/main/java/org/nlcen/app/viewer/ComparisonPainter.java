package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * One structure against another over a picture, in the colours of {@link Agreement}.
 *
 * @param under the picture
 * @param predicted the structure judged
 * @param reference what it is judged by
 * @param opacity of the colours, within 0..1
 */
public record ComparisonPainter(Painter under, Foreground predicted, Foreground reference, double opacity)
        implements Painter {

    @Override
    public Extent extent() {
        return under.extent();
    }

    @Override
    public void paint(int[] pixels, int width, int height, ViewTransform view, int background) {
        under.paint(pixels, width, height, view, background);
        Foreground.Reader one = predicted.reader(view, width, height);
        Foreground.Reader other = reference.reader(view, width, height);
        boolean[] mine = new boolean[width];
        boolean[] theirs = new boolean[width];
        for (int y = 0; y < height; y++) {
            one.read(y, mine);
            other.read(y, theirs);
            for (int x = 0; x < width; x++) {
                Agreement agreement = Agreement.of(theirs[x], mine[x]);
                if (agreement != null) {
                    int at = y * width + x;
                    pixels[at] = Argb.blend(pixels[at], agreement.argb(), opacity);
                }
            }
        }
    }
}
