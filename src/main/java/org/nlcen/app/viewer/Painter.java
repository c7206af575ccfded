package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/** Fills a pane's pixels. Called on the JavaFX thread: a call must stay well below a frame. */
public interface Painter {

    /** A picture's size in its own pixels, and the height of a pixel divided by its width. */
    record Extent(int width, int height, double aspect) {}

    /** The size of the picture behind the pane. */
    Extent extent();

    /**
     * Writes every pixel of the pane.
     *
     * @param argb {@code width * height} opaque pixels, 0xAARRGGBB, row by row; to be overwritten
     * @param view where the picture lies, in the pane's pixels
     * @param background pixel where there is no picture
     */
    void paint(int[] argb, int width, int height, ViewTransform view, int background);
}
